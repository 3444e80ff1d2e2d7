import { randomUUID } from 'node:crypto';
import { SWAP_LOCK } from '@promise/projections';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { Client } from 'pg';
import { Simulator } from '../eventstoredb/simulator';
import { differences, readTables } from '../support/read-tables';
import { Remote } from '../support/remote';
import { type Process, Workplace } from '../support/server-process';
import { until } from '../support/until';

const workplace = new Workplace();

type Health = Readonly<Record<string, unknown>>;

async function healthAt(url: string): Promise<Health> {
  return (await (await fetch(url)).json()) as Health;
}

interface Projecting {
  readonly process: Process;
  readonly health: string;
}

/** Two servers and two projectors on one database, and who writes through both servers all the while. */
class TwoOfEach {
  private readonly acknowledged: string[] = [];
  private readonly writing: Promise<void>[] = [];
  private over = false;
  readonly client: Client;

  private constructor(
    private readonly databaseUrl: string,
    readonly environment: Readonly<Record<string, string>>,
    readonly projectors: Projecting[],
    readonly servers: string[],
    private readonly remotes: Remote[],
  ) {
    this.client = new Client({ connectionString: databaseUrl });
  }

  static async start(databaseUrl: string, eventStoreUrl?: string): Promise<TwoOfEach> {
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: workplace.dataDir(),
      ...(eventStoreUrl ? { EVENT_STORE_URL: eventStoreUrl } : {}),
    };
    const projectors = await Promise.all([1, 2].map(() => projector(environment)));
    const servers: string[] = [];
    // One after the other: the first makes the demonstration people that both serve.
    while (servers.length < 2) {
      servers.push(await workplace.server(environment.DATA_DIR, { ...environment, PROJECTOR: 'outside' }).address());
    }
    const remotes = servers.map((address) => new Remote(address, environment.DATA_DIR));
    const all = new TwoOfEach(databaseUrl, environment, projectors, servers, remotes);
    await all.client.connect();
    return all;
  }

  write(): void {
    for (const [place, remote] of [...this.remotes, ...this.remotes].entries()) {
      const writer = async (): Promise<void> => {
        for (let n = 0; !this.over; n += 1) {
          const { status, body } = await remote.propose(`Milestone ${n} of writer ${place}`, randomUUID());
          if (status !== 201) throw new Error(JSON.stringify(body));
          this.acknowledged.push(...(body.events as { id: string }[]).map(({ id }) => id));
        }
      };
      this.writing.push(writer());
    }
  }

  async more(): Promise<void> {
    const { length } = this.acknowledged;
    await until('more is acknowledged', () => this.acknowledged.length > length + 20);
  }

  async stopWriting(): Promise<void> {
    this.over = true;
    await Promise.all(this.writing);
  }

  async addProjector(): Promise<Projecting> {
    const added = await projector(this.environment);
    this.projectors.push(added);
    return added;
  }

  /** Waits until one of them works. */
  async working(among: readonly Projecting[] = this.projectors): Promise<Projecting> {
    let found: Projecting | undefined;
    await until('one of them works', async () => {
      for (const each of among) if ((await healthAt(each.health)).projector === 'working') found = each;
      return found !== undefined;
    });
    if (!found) throw new Error('none works');
    return found;
  }

  /** Does something while a batch stands half-way: its transaction has begun, and waits to write its rows. */
  async duringABatch(act: () => Promise<void>): Promise<void> {
    await this.client.query('BEGIN');
    await this.client.query('LOCK TABLE read.record IN SHARE MODE');
    await until('a batch waits to write', async () => {
      // What a transaction has seen of the activity it sees again.
      await this.client.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await this.client.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND application_name = 'promise-projector' AND xact_start IS NOT NULL`,
      );
      return rows.length > 0;
    });
    await act();
    await this.client.query('ROLLBACK');
  }

  /** That reads show what was acknowledged, each event once, and what a rebuild from the first event would show. */
  async expectNothingLostOrTwice(): Promise<void> {
    let trail: { event: string; recordNumber: number }[] = [];
    await until('all that was acknowledged is shown', async () => {
      trail = (await this.remotes[0]?.all('trail')) ?? [];
      const shown = new Set(trail.map(({ event }) => event));
      return this.acknowledged.every((id) => shown.has(id));
    });
    expect(trail.map(({ recordNumber }) => recordNumber)).toEqual(trail.map((_, n) => n + 1));
    expect(new Set(trail.map(({ event }) => event)).size).toBe(trail.length);
    const { rows } = await this.client.query<{ applied: number; records: number }>(
      'SELECT applied::int, (SELECT count(*)::int FROM read.record) AS records FROM read.checkpoint',
    );
    expect(rows[0]?.applied).toBe(rows[0]?.records);
    const before = await readTables(this.databaseUrl, 'read');
    expect((await workplace.promiseWith(this.environment, 'rebuild')).code).toBe(0);
    expect(differences(await readTables(this.databaseUrl, 'read'), before)).toEqual({});
  }
}

async function projector(environment: Readonly<Record<string, string>>): Promise<Projecting> {
  const process = workplace.projector(environment);
  return { process, health: await process.health() };
}

let database: TestDatabase;
let simulator: Simulator | undefined;
let all: TwoOfEach | undefined;

function started(): TwoOfEach {
  if (!all) throw new Error('they were not started');
  return all;
}

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await all?.client.end();
  await database.drop();
  simulator?.stop();
  [all, simulator] = [undefined, undefined];
});

describe.each(['PostgreSQL', 'EventStoreDB'])('two servers and two projectors, the log in %s', (log) => {
  beforeEach(async () => {
    if (log === 'EventStoreDB') simulator = await Simulator.start();
    all = await TwoOfEach.start(database.url, simulator?.url);
  });

  it('lose nothing and apply nothing twice when the working projector is killed in the middle of a batch', async () => {
    const all = started();
    all.write();
    await all.more();
    const first = await all.working();
    const [second] = all.projectors.filter((each) => each !== first);
    await until('the other one waits', async () => (await healthAt(second?.health ?? '')).projector === 'waiting');
    expect(await healthAt(second?.health ?? '')).toMatchObject({ status: 'ok', projector: 'waiting' });
    await all.duringABatch(async () => {
      first.process.signal('SIGKILL');
      expect(await first.process.end()).toBe('SIGKILL');
    });
    await all.working(second ? [second] : []);
    await all.more();
    await all.stopWriting();
    await all.expectNothingLostOrTwice();
    for (const server of all.servers) {
      const health = await healthAt(`${server}/health/ready`);
      expect(health).toMatchObject({ status: 'ok', projector: 'elsewhere', lagSeconds: 0 });
    }
  });
});

describe('a server that leaves the read models to others', () => {
  it('waits for them, can be stopped meanwhile, and is ready once projectors that start together have built them', async () => {
    const environment = { DATABASE_URL: database.url, DATA_DIR: workplace.dataDir(), PROJECTOR: 'outside' };
    const servers = [1, 2].map(() => workplace.server(environment.DATA_DIR, environment));
    for (const server of servers) await server.said('Waiting for a projector to build the read models');
    const [stopped, waiting] = servers;
    stopped?.signal('SIGTERM');
    expect([await stopped?.end(), stopped?.stderr]).toEqual([0, '']);
    const projectors = await Promise.all([1, 2].map(() => projector({ ...environment, LOG_LEVEL: 'info' })));
    expect(await waiting?.address()).toContain('http');
    const built = projectors.filter(({ process }) => process.stderr.includes('building the read models'));
    expect(built).toHaveLength(1);
  });
});

describe('two servers and two projectors', () => {
  beforeEach(async () => {
    all = await TwoOfEach.start(database.url);
  });

  it('go on without a projector that hangs in the middle of a batch, also when it comes to life again', async () => {
    const all = started();
    all.write();
    await all.more();
    const first = await all.working();
    const others = all.projectors.filter((each) => each !== first);
    await all.duringABatch(() => {
      first.process.signal('SIGSTOP');
      return Promise.resolve();
    });
    await all.working(others);
    await all.more();
    first.process.signal('SIGCONT');
    await until('it waits', async () => (await healthAt(first.health)).projector === 'waiting');
    await all.more();
    await all.stopWriting();
    await all.expectNothingLostOrTwice();
  });

  it('go on without a rebuild that hangs while it swaps, and so does the next rebuild', async () => {
    const all = started();
    all.write();
    await all.more();
    await all.client.query('SELECT pg_advisory_lock($1)', [SWAP_LOCK]);
    const rebuild = workplace.process([process.execPath, 'bin/promise.js', 'rebuild'], all.environment);
    await until('it waits to swap', async () => {
      await all.client.query('SELECT pg_stat_clear_snapshot()');
      const { rowCount } = await all.client.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'
           AND application_name = 'promise-rebuild' AND query LIKE '%xact_lock%'`,
      );
      return rowCount === 1;
    });
    rebuild.signal('SIGSTOP');
    await all.client.query('SELECT pg_advisory_unlock($1)', [SWAP_LOCK]);
    await all.more();
    await all.stopWriting();
    const [server = ''] = all.servers;
    await until('reads show all', async () => (await healthAt(`${server}/health/ready`)).lagSeconds === 0);
    await all.expectNothingLostOrTwice();
    rebuild.signal('SIGCONT');
    expect(await rebuild.end()).toBe(1);
  });

  it('take commands while no projector is left, say so, and show all once there is one', async () => {
    const all = started();
    for (const each of all.projectors) each.process.signal('SIGTERM');
    for (const each of all.projectors) expect(await each.process.end()).toBe(0);
    all.write();
    await all.more();
    await all.stopWriting();
    const [server = ''] = all.servers;
    await until('the lag shows', async () => Number((await healthAt(`${server}/health/ready`)).lagSeconds) > 0);
    expect(await healthAt(`${server}/health/ready`)).toMatchObject({ status: 'ok', projector: 'nowhere' });
    await all.working([await all.addProjector()]);
    await all.expectNothingLostOrTwice();
  });
});
