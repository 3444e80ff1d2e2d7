import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedPostgres, identityOfThisProcess } from '@promise/embedded-postgres';
import { until } from './until';

export const CHECKOUT = resolve(__dirname, '../..');

/** Tests ask for more than any person does. */
const FASTER_THAN_PEOPLE = { RATE_LIMITS: 'off' };

type Environment = Readonly<Record<string, string>>;

/** A process of the product, in a process group of its own as a shell starts it. */
export class Process {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  constructor(command: readonly string[], environment: Environment) {
    const [program = '', ...words] = command;
    const { PATH, HOME } = process.env;
    this.child = spawn(program, words, {
      cwd: CHECKOUT,
      env: { PATH, HOME, ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.child.once('close', () => (this.closed = true));
  }

  private closed = false;

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.closed;
  }

  /** Waits for its end and returns its exit code, or the signal that ended it. */
  async end(): Promise<number | string | null> {
    await until(`${this.child.spawnargs.join(' ')} ends`, () => this.closed);
    return this.child.exitCode ?? this.child.signalCode;
  }

  /** Signals it, or its whole group as a terminal does on Ctrl-C. */
  signal(signal: NodeJS.Signals, whom: 'process' | 'group' = 'process'): void {
    process.kill(whom === 'group' ? -this.pid : this.pid, signal);
  }

  async said(text: string, where: 'stdout' | 'stderr' = 'stdout'): Promise<void> {
    await until(`it says ${text}`, () => this[where].includes(text) || this.closed);
    if (!this[where].includes(text)) throw new Error(`It ended and had said:\n${this.stdout}\n${this.stderr}`);
  }

  /** Waits until the projector prints where its health is told, and returns that. */
  async health(): Promise<string> {
    await this.said('its health is at http');
    return /its health is at (\S+)\n/.exec(this.stdout)?.[1] ?? '';
  }

  /** Waits until the server prints its address, and returns that. */
  async address(): Promise<string> {
    await this.said('is ready at http');
    return /is ready at (\S+)\n/.exec(this.stdout)?.[1] ?? '';
  }
}

/** How a command line ended, and what it said. */
export interface Outcome {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Folders and processes of one test file; all are gone after each of its tests, or after the last one. */
export class Workplace {
  private readonly folders: string[] = [];
  private readonly processes: Process[] = [];

  /** Builds the product once before the tests of this file. */
  constructor(lifetime: 'test' | 'file' = 'test') {
    jest.setTimeout(300_000);
    beforeAll(() => void execFileSync(process.execPath, [join(CHECKOUT, 'bin/build.js')], { stdio: 'ignore' }));
    if (lifetime === 'test') afterEach(() => this.clear());
    else afterAll(() => this.clear());
  }

  /** A folder that does not exist yet, in a new one; named so that the next run clears it if this one is killed. */
  dataDir(): string {
    return join(this.folder(), 'data');
  }

  /** A new folder. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), `promise-test_${identityOfThisProcess()}_`));
    this.folders.push(folder);
    return folder;
  }

  /** `npm start` without npm. */
  server(dataDir: string, environment: Environment = {}): Process {
    return this.process([process.execPath, 'bin/start.js'], {
      DATA_DIR: dataDir,
      PORT: '0',
      ...FASTER_THAN_PEOPLE,
      ...environment,
    });
  }

  /** `npm run projector` without npm. */
  projector(environment: Environment): Process {
    return this.process([process.execPath, 'bin/projector.js'], { PORT: '0', ...environment });
  }

  /** Runs `promise` to its end. */
  async promise(dataDir: string, ...words: readonly string[]): Promise<Outcome> {
    return this.promiseWith({ DATA_DIR: dataDir }, ...words);
  }

  async promiseWith(environment: Environment, ...words: readonly string[]): Promise<Outcome> {
    const ran = this.process([process.execPath, 'bin/promise.js', ...words], environment);
    const code = await ran.end();
    return { code, stdout: ran.stdout, stderr: ran.stderr };
  }

  process(command: readonly string[], environment: Environment): Process {
    const started = new Process(command, environment);
    this.processes.push(started);
    return started;
  }

  private async clear(): Promise<void> {
    for (const each of this.processes.splice(0)) {
      if (!each.hasEnded) each.signal('SIGKILL', 'group');
      await each.end();
    }
    for (const folder of this.folders.splice(0)) {
      await EmbeddedPostgres.stopAbandoned(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The process number of the PostgreSQL of a data folder, if its folder names one. */
export function postmasterOf(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
