import { Client } from 'pg';
import type { Subscription } from '../event-store.port';
import type { Waiters } from '../waiters';
import { Pause } from '../pause';

/** Hears of every commit to the log and wakes who waits; connects again by itself. */
export class LogListener {
  private readonly pause = new Pause();
  private listening: Client | undefined;
  private following: Promise<void> | undefined;
  private closed = false;
  private current: Subscription = 'none';

  constructor(
    private readonly url: string,
    private readonly applicationName: string,
    private readonly waiters: Waiters,
    private readonly onProblem: (error: Error) => void,
  ) {}

  /** Opens the connection on the first call; later calls change nothing. */
  start(): void {
    this.following ??= this.follow();
  }

  get subscription(): Subscription {
    return this.current;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.pause.end();
    // One that is still connecting ends itself: the driver cannot break off a connection half made.
    await this.listening?.end();
    await this.following;
  }

  private async follow(): Promise<void> {
    let failures = 0;
    while (!this.isClosed()) {
      const client = new Client({
        connectionString: this.url,
        application_name: `${this.applicationName}-listener`,
        connectionTimeoutMillis: 5_000,
        keepAlive: true,
      });
      const lost = new Promise<void>((resolve) => client.once('end', resolve));
      client.on('error', this.onProblem);
      try {
        await this.listen(client);
        failures = 0;
        this.listening = client;
        this.current = 'live';
        if (this.isClosed()) await client.end();
        await lost;
      } catch (error) {
        this.onProblem(error instanceof Error ? error : new Error(String(error)));
        await client.end();
      }
      failures += 1;
      this.current = 'lost';
      if (!this.isClosed()) await this.pause.after(failures);
    }
  }

  private async listen(client: Client): Promise<void> {
    client.on('notification', ({ payload }) => {
      this.waiters.reached(BigInt(payload ?? '0'));
    });
    await client.connect();
    await client.query('LISTEN log');
    // What was committed before the connection listened.
    const { rows } = await client.query<{ position: string }>('SELECT position FROM log.head');
    this.waiters.reached(BigInt(rows[0]?.position ?? '0'));
  }

  private isClosed(): boolean {
    return this.closed;
  }
}
