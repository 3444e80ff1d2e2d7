import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { accountFor } from './account';
import { cachesFor, findBinaries } from './binaries';
import { clusterExists, makeCluster, resetPassword, type Workshop } from './cluster';
import { type Access, DataFolder } from './data-folder';
import { Keeper } from './keeper';
import { launch } from './launch';
import { alone } from './lock';
import { endPostmaster, findPostmaster } from './postmaster';
import { announce, type Presence, present } from './presence';
import { probe, urlOf } from './reaching';
import { boundLog } from './server-log';
import { pause } from './waiting';

/** What `EmbeddedPostgres.start` needs to know. */
export interface EmbeddedPostgresOptions {
  /** Folder of the product's data; made when absent. */
  readonly dataDir: string;
  /** Told in one English sentence what takes time or goes wrong; nothing is printed otherwise. */
  readonly onNotice?: (message: string) => void;
  /**
   * When given, a server that ends unexpectedly is started again at its old address. Told why when that cannot be done;
   * nobody tries again then.
   */
  readonly onLost?: (error: Error) => void;
  /** Folders for a copy of the programs where those of the installed package cannot be used. */
  readonly programCaches?: string[];
}

/** How long a process waits for another one that starts or stops the same server. */
const startWaitMs = 330_000;
const stopWaitMs = 60_000;

/**
 * A real PostgreSQL server below the product's data folder, shared by all processes of the product on this machine:
 * the first one starts it, others join it, the last one to leave stops it. A process that dies without leaving does not
 * count; its server goes on and is joined by the next start.
 */
export class EmbeddedPostgres {
  private stopping: Promise<'stopped' | 'left'> | undefined;
  private keeper: Keeper | undefined;

  private constructor(
    private readonly folder: DataFolder,
    private readonly lease: Presence,
    private readonly watch: NodeJS.Timeout,
    private readonly notice: (message: string) => void,
    /** Address with all rights, on the loopback address. It contains the password: never log it. */
    readonly url: string,
    readonly port: number,
    /** False when a running server was joined. */
    readonly startedHere: boolean,
  ) {}

  /** Starts or joins the server of a data folder and answers once it can be used. Takes up to minutes after a crash. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const notice = options.onNotice ?? ((): void => undefined);
    const folder = new DataFolder(options.dataDir);
    folder.create();
    const waiting = (): void => {
      notice('Waiting for another process that is starting or stopping the database.');
    };
    return alone(folder.locks, startWaitMs, () => EmbeddedPostgres.startAlone(folder, notice, options), waiting);
  }

  private static async startAlone(
    folder: DataFolder,
    notice: (message: string) => void,
    { programCaches: caches, onLost }: EmbeddedPostgresOptions,
  ): Promise<EmbeddedPostgres> {
    boundLog(folder);
    const lease = announce(folder.users, 'user');
    const state: { server?: EmbeddedPostgres } = {};
    const onEnd = (): void => state.server?.hasEnded();
    try {
      const joined = await join(folder, notice);
      const access = joined ?? (await startServer(folder, caches, notice, onEnd));
      const watch = setInterval(() => {
        boundLog(folder);
      }, 60_000).unref();
      const port = access.port ?? 0;
      state.server = new EmbeddedPostgres(
        folder,
        lease,
        watch,
        notice,
        urlOf(port, access.password),
        port,
        joined === undefined,
      );
      if (onLost) state.server.keep(() => startServer(folder, caches, notice, onEnd), onLost);
      return state.server;
    } catch (error) {
      lease.withdraw();
      throw error;
    }
  }

  /**
   * Leaves the server, and stops it unless another living process uses it (`left`). May be called again. Call it after
   * every connection of this process has been closed; it ends within two minutes.
   */
  stop(): Promise<'stopped' | 'left'> {
    this.stopping ??= this.leave();
    return this.stopping;
  }

  /** Stops the server of a folder that nobody uses any more, if it runs, without starting it. */
  static async stopAbandoned(dataDir: string): Promise<'stopped' | 'left'> {
    const folder = new DataFolder(dataDir);
    if (!existsSync(folder.locks)) return 'stopped';
    return alone(folder.locks, stopWaitMs, () => endUnlessUsed(folder, () => undefined));
  }

  private hasEnded(): void {
    if (this.stopping !== undefined) return;
    if (this.keeper) this.keeper.look();
    else this.notice(`PostgreSQL has ended unexpectedly; see ${this.folder.log}.`);
  }

  private keep(startAgain: () => Promise<Access>, onLost: (error: Error) => void): void {
    this.keeper = new Keeper({
      runs: () => findPostmaster(this.folder.cluster) !== undefined,
      revive: () => alone(this.folder.locks, startWaitMs, () => this.revive(startAgain)),
      onNotice: this.notice,
      onLost,
    });
  }

  private async revive(startAgain: () => Promise<Access>): Promise<void> {
    if (this.stopping !== undefined) return;
    // An empty database in the place of a lost one would look as if nothing had ever been recorded.
    if (!clusterExists(this.folder)) throw new Error(`${this.folder.cluster} is gone.`);
    const { port } = (await join(this.folder, this.notice)) ?? (await startAgain());
    if (port !== this.port) throw new Error(`Another program has taken its port ${this.port}.`);
  }

  private async leave(): Promise<'stopped' | 'left'> {
    this.keeper?.stop();
    clearInterval(this.watch);
    try {
      return await alone(this.folder.locks, stopWaitMs, () => {
        this.lease.withdraw();
        return endUnlessUsed(this.folder, this.notice);
      });
    } finally {
      this.lease.withdraw();
    }
  }
}

async function endUnlessUsed(folder: DataFolder, notice: (message: string) => void): Promise<'stopped' | 'left'> {
  if (present(folder.users).length > 0) return 'left';
  const postmaster = findPostmaster(folder.cluster);
  if (postmaster) await endPostmaster(postmaster, notice);
  return 'stopped';
}

/** Joins the server that runs, if one does; waits for one that is still starting, recovering or stopping. */
async function join(folder: DataFolder, notice: (message: string) => void): Promise<Access | undefined> {
  const deadline = Date.now() + startWaitMs;
  for (let told = false; ; told = true) {
    const postmaster = findPostmaster(folder.cluster);
    if (!postmaster) return undefined;
    const access = folder.readAccess();
    if (!access) throw new Error(`postgres.json is missing while the database runs. ${endFirst(postmaster.pid)}`);
    const port = postmaster.port ?? access.port ?? 0;
    const answer = await probe(urlOf(port, access.password), folder.cluster);
    if (answer === 'ours') return { ...access, port };
    if (answer === 'other') return undefined;
    if (answer === 'refused') {
      throw new Error(`The running database refuses the password in postgres.json. ${endFirst(postmaster.pid)}`);
    }
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${postmaster.pid}) does not answer on port ${port}; see ${folder.log}.`);
    if (!told) notice('Waiting for the database that is already running to answer.');
    await pause(100);
  }
}

function endFirst(pid: number): string {
  return `Put back the right file, or end process ${pid} with SIGINT, remove the file and start again.`;
}

async function startServer(
  folder: DataFolder,
  caches: string[] | undefined,
  notice: (message: string) => void,
  onEnd: () => void,
): Promise<Access> {
  const account = accountFor(folder);
  const binaries = await findBinaries(account, caches ?? cachesFor(account, folder.root));
  const workshop: Workshop = { folder, account, binaries };
  const known = folder.readAccess();
  const access = known ?? { port: null, password: randomBytes(24).toString('base64url') };
  if (!clusterExists(folder)) {
    notice('Making the database (once).');
    folder.writeAccess(access);
    await makeCluster(workshop, access);
  } else if (!known) {
    notice('postgres.json is missing; the database gets a new password.');
    await resetPassword(workshop, access);
    folder.writeAccess(access);
  }
  return launch(workshop, access, onEnd);
}
