import { randomUUID } from 'node:crypto';

/** Calls the API; every refusal is an error of the test. */
export class Api {
  private position = '';

  /** @param base address of a partnership in the API */
  constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** @returns the id of what was written */
  async post(path: string, body: object): Promise<string> {
    return (await this.answer(path, body)).id;
  }

  /** The same, with the id of the proposal where a second person has to approve it. */
  async answer(path: string, body: object): Promise<{ readonly id: string; readonly proposal?: string }> {
    const headers = { ...this.signedIn(), 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    const answer = await fetch(`${this.base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    const said = JSON.parse(text) as { id: string; position: string; proposal?: string };
    this.position = said.position;
    return said;
  }

  /** Waits until reads show what was written. */
  async caughtUp(): Promise<void> {
    const answer = await fetch(`${this.base}/timeline`, {
      headers: { ...this.signedIn(), 'Read-After': this.position },
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  private signedIn(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }
}
