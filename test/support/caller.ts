import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import type { RoleName, RunningTracker } from './running-tracker';

/** What a command answered, and what a read answered. */
export interface Answer {
  readonly status: number;
  // What a route answers is what the test looks at.
  readonly body: Readonly<Record<string, any>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls one partnership's API in one role, or unsigned. */
export class Caller {
  constructor(
    private readonly running: RunningTracker,
    private readonly role: RoleName | null,
    private readonly partnership = 'north-lanarkshire',
  ) {}

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const call = request(this.running.server)
      .post(this.path(path))
      .set({ ...this.signedIn(), 'Idempotency-Key': randomUUID(), ...headers })
      .send(body);
    return this.remember(await call);
  }

  /** Reads no older than what any caller of this test last wrote. */
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const fresh = this.running.last.position === null ? {} : { 'Read-After': this.running.last.position };
    const call = request(this.running.server)
      .get(this.path(path))
      .set({ ...this.signedIn(), ...fresh, ...headers });
    return answerOf(await call);
  }

  /** Proposes a milestone and returns its id. */
  async propose(fields: object = {}): Promise<string> {
    const answer = await this.post('milestones', { ...A_MILESTONE, ...fields });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return String(answer.body.id);
  }

  private path(path: string): string {
    return path.startsWith('/') ? path : `/api/v1/partnerships/${this.partnership}/${path}`;
  }

  private signedIn(): Record<string, string> {
    return this.role ? { Authorization: `Bearer ${this.running.token[this.role]}` } : {};
  }

  private remember(response: Response): Answer {
    const answer = answerOf(response);
    if (typeof answer.body.position === 'string') this.running.last.position = answer.body.position;
    return answer;
  }
}

/** A milestone as small as one can be. */
export const A_MILESTONE = {
  title: 'Children who move home have one worker who stays',
  foundation: 'care',
  horizon: '5-year',
  timescale: 'by March 2026',
  leads: ['Children’s Services Partnership Board'],
};

function answerOf(response: Response): Answer {
  const headers = response.headers as Record<string, string>;
  return { status: response.status, body: response.body as Answer['body'], headers };
}
