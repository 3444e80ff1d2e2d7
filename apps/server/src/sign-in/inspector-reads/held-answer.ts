import type { Response } from 'express';

type Send = (...sent: unknown[]) => unknown;

/** What belongs to the content that was held back, and not to the problem that is answered in its place. */
const OF_CONTENT = ['Content-Type', 'Content-Length', 'Content-Encoding', 'Content-Disposition', 'ETag', 'Location'];

/** Keeps an answer from leaving, whoever sends it, until something is done; where that fails, it never leaves. */
export class HeldAnswer {
  private going: Promise<void> | null = null;
  private readonly own: { readonly end: Send; readonly write: Send };

  /** @param first what is done first, given the status that will be answered */
  constructor(
    private readonly response: Response,
    private readonly first: (status: number) => Promise<void>,
  ) {
    this.own = { end: response.end.bind(response) as Send, write: response.write.bind(response) as Send };
    const end: Send = (...sent) => {
      // Whoever called this cannot wait; the failure is told to whoever lets the answer go.
      this.letGo(response.statusCode).then(
        () => this.own.end(...sent),
        () => undefined,
      );
      return response;
    };
    const write: Send = () => {
      throw new Error('an answer that is held back is sent whole, or streamed by what its route returns');
    };
    Object.assign(response, { end, write });
  }

  /** Does what is to be done first, once; then the answer leaves, or another one in its place. */
  letGo(status: number): Promise<void> {
    this.going ??= this.first(status)
      .catch((error: unknown) => {
        for (const name of OF_CONTENT) this.response.removeHeader(name);
        throw error;
      })
      .finally(() => {
        Object.assign(this.response, this.own);
      });
    return this.going;
  }
}
