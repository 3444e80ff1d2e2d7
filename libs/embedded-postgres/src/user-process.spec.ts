import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres, identityOfThisProcess } from './index';

/** Not a test of its own: what the tests of this lib share. */

/** What another process of the product says once it uses the database. */
export interface Report {
  readonly url: string;
  readonly startedHere: boolean;
}

const script = `
  const { EmbeddedPostgres } = require(${JSON.stringify(join(__dirname, 'index.ts'))});
  const { Client } = require('pg');
  EmbeddedPostgres.start({ dataDir: process.argv[1] }).then((server) => {
    const leave = async () => {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      console.log('still answered after the signal; ' + (await server.stop()));
      process.exit(0);
    };
    process.once('SIGINT', leave);
    process.once('SIGTERM', leave);
    setInterval(() => {}, 1000);
    console.log(JSON.stringify({ url: server.url, startedHere: server.startedHere }));
  });
`;

/** Another process of the product, in a process group of its own as a shell would start it. */
export class UserProcess {
  readonly child: ChildProcess;
  output = '';

  constructor(dataDir: string, ids: { uid?: number; gid?: number } = {}) {
    const preload = join(__dirname, '../../testing/src/typescript.js');
    this.child = spawn(process.execPath, ['-r', preload, '-e', script, dataDir], {
      detached: true,
      stdio: 'pipe',
      ...ids,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
    }
  }

  async ready(): Promise<Report> {
    await until(() => this.output.includes('\n') || this.child.exitCode !== null);
    if (!this.output.startsWith('{')) throw new Error(`The process said: ${this.output}`);
    return JSON.parse(this.output.split('\n')[0] ?? '') as Report;
  }

  /** Signals the whole group, as a terminal does on Ctrl-C, and waits for the end of the process. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    process.kill(-(this.child.pid ?? 0), signal);
    await ended;
  }
}

/** Looks until it is so. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Temporary data folders, named as those of libs/testing so that its next run clears what a killed one left, and processes that use them, all gone after each test. */
export function workplace(): { folder: () => string; user: (dataDir: string) => UserProcess } {
  jest.setTimeout(120_000); // Each test makes a database or two, which takes seconds on a busy machine.
  const folders: string[] = [];
  const users: UserProcess[] = [];
  afterEach(async () => {
    for (const user of users.splice(0)) await user.end('SIGKILL');
    for (const folder of folders.splice(0)) {
      await EmbeddedPostgres.stopAbandoned(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return {
    folder() {
      const folder = mkdtempSync(join(tmpdir(), `promise-test_${identityOfThisProcess()}_`));
      folders.push(folder);
      return folder;
    },
    user(dataDir) {
      const user = new UserProcess(dataDir);
      users.push(user);
      return user;
    },
  };
}
