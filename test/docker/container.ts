import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port';
import { until } from '../support/until';
import type { Service } from './compose-file';
import { readDockerfile } from './dockerfile';
import type { Image } from './image';

/**
 * A service of a Compose file as a process: its command, its variables, and its secrets in files, in the folder that stands
 * for its image. Only the port is another one.
 */
export class Container {
  said = '';
  private readonly secrets = mkdtempSync(join(tmpdir(), 'promise-secrets-'));
  private child: ChildProcess | undefined;

  private constructor(
    private readonly image: Image,
    private readonly service: Service,
    readonly port: number,
    secrets: Readonly<Record<string, string>>,
  ) {
    for (const name of service.secrets ?? []) writeFileSync(join(this.secrets, name), secrets[name] ?? '');
  }

  /** @param secrets what stands in each of its secrets, by name */
  static async of(image: Image, service: Service, secrets: Readonly<Record<string, string>>): Promise<Container> {
    return new Container(image, service, await freePort(), secrets);
  }

  start(): void {
    const { stdout, stderr } = (this.child = this.run(this.service.command ?? []));
    for (const stream of [stdout, stderr]) stream?.on('data', (data: Buffer) => (this.said += data.toString()));
  }

  /** Waits until the command of its health check ends well. */
  async healthy(): Promise<void> {
    const [kind, ...command] = this.service.healthcheck?.test ?? [];
    if (kind !== 'CMD') throw new Error(`A health check of the kind ${kind} cannot be run here.`);
    await until(`its health check ends well. It had said:\n${this.said}`, async () => {
      const [code] = (await once(this.run(command), 'close')) as [number];
      return code === 0 || this.child?.exitCode !== null;
    });
    if (this.child?.exitCode !== null) throw new Error(`It ended, and had said:\n${this.said}`);
  }

  /** Waits until it ends by itself. @returns its exit code */
  async end(): Promise<number | null> {
    if (this.child?.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child?.exitCode ?? null;
  }

  /** Asks it to end as an engine does. @returns its exit code */
  async stop(): Promise<number | null> {
    if (this.child?.exitCode === null) this.child.kill('SIGTERM');
    const code = await this.end();
    rmSync(this.secrets, { recursive: true, force: true });
    return code;
  }

  private run([program = '', ...words]: readonly string[]): ChildProcess {
    const { PATH } = process.env;
    const env = { PATH, ...readDockerfile().environment, ...this.variables(), PORT: String(this.port) };
    return spawn(program, words, { cwd: this.image.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  private variables(): Record<string, string> {
    const entries = Object.entries(this.service.environment ?? {});
    return Object.fromEntries(entries.map(([name, value]) => [name, this.resolved(String(value))]));
  }

  /** With the default where Compose would ask its own environment. */
  private resolved(value: string): string {
    return value.replace('/run/secrets', this.secrets).replace(/\$\{\w+:-(.*?)\}/g, '$1');
  }
}
