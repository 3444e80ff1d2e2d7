import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CHECKOUT = resolve(__dirname, '../../..');

/** The tracker as `npm start` or `npm run demo` starts it, on an embedded PostgreSQL in a folder of its own. */
export class Server {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    const listen = (data: Buffer): void => void (this.said += data.toString());
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  }

  /** @param program `bin/start.js` or `bin/demo.js` */
  static async start(
    program: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly server: Server; readonly address: string }> {
    const folder = mkdtempSync(join(tmpdir(), 'promise-pages-'));
    const { PATH, HOME } = process.env;
    const env = {
      PATH,
      HOME,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      ...environment,
    };
    const options = { cwd: CHECKOUT, env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
    const server = new Server(spawn(process.execPath, [program], options), folder);
    try {
      return { server, address: await server.ready() };
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private ready(): Promise<string> {
    return new Promise((found, failed) => {
      const look = (): void => {
        const address = /is ready at (\S+)\n/.exec(this.said)?.[1];
        if (address) found(address);
      };
      this.child.stdout?.on('data', look);
      this.child.once('error', failed);
      this.child.once('close', () => {
        failed(new Error(`The server ended before it was ready:\n${this.said}`));
      });
    });
  }

  /** Where its data is: whoever runs the machine works on that. */
  get dataDir(): string {
    return join(this.folder, 'data');
  }

  /** The bearer token of a demonstration person. */
  token(role: string): string {
    const people = JSON.parse(readFileSync(join(this.dataDir, 'sign-in.json'), 'utf8')) as Record<
      string,
      { token: string }
    >;
    const person = people[role];
    if (!person) throw new Error(`sign-in.json has no ${role}`);
    return person.token;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null && this.child.pid !== undefined) {
      const closed = once(this.child, 'close');
      this.child.kill('SIGTERM');
      await closed;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
