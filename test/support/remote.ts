import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { A_MILESTONE } from './caller';

/** What a server in another process answered. */
export interface RemoteAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, any>>;
}

/** Calls the API of a server in another process as its development worker, who sees what was just written. */
export class Remote {
  private last: string | null = null;

  constructor(
    private readonly address: string,
    private readonly dataDir: string,
  ) {}

  /** Reads no older than what was written through this object, or than `position`. */
  async get(path: string, position = this.last): Promise<RemoteAnswer> {
    const fresh = position === null || path.startsWith('/') ? {} : { 'Read-After': position };
    return this.call(path, { headers: { ...this.headers(), ...fresh } });
  }

  async post(path: string, body: object, key: string = randomUUID()): Promise<RemoteAnswer> {
    const headers = { ...this.headers(), 'Content-Type': 'application/json', 'Idempotency-Key': key };
    return this.call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async propose(title: string, key?: string): Promise<RemoteAnswer> {
    return this.post('milestones', { ...A_MILESTONE, title }, key);
  }

  /** All pages of a list. */
  async all(path: string): Promise<any[]> {
    const items: any[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await this.get(`${path}?limit=500${cursor && `&cursor=${cursor}`}`);
      items.push(...(body.items as any[]));
      cursor = body.next as string | null;
    }
    return items;
  }

  private async call(path: string, options: RequestInit): Promise<RemoteAnswer> {
    const partnership = `${this.address}/api/v1/partnerships/north-lanarkshire/`;
    const answer = await fetch(new URL(path, partnership), options);
    const body = (await answer.json()) as RemoteAnswer['body'];
    if (typeof body.position === 'string') this.last = body.position;
    return { status: answer.status, body };
  }

  private headers(): Record<string, string> {
    const signIn = JSON.parse(readFileSync(join(this.dataDir, 'sign-in.json'), 'utf8')) as {
      worker: { token: string };
    };
    return { Authorization: `Bearer ${signIn.worker.token}` };
  }
}
