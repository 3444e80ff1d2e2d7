import type { EncodedAppend, Written } from './append-messages';
import { AppendStream } from './append-stream';
import type { Connection } from './connection';
import { AppendFailed, finalError, NoAnswer } from './failures';

/**
 * Sends appends over a connection, and takes a new one where the old one went silent, or leads to a node that takes no
 * more appends: when the call itself fails, the client looks for the leader alone.
 */
export class Writer {
  private stream: AppendStream | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly answerMs: number,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  async send(append: EncodedAppend): Promise<Written> {
    const client = this.connection.get();
    if (this.stream?.client !== client) this.stream = new AppendStream(client);
    try {
      return await this.stream.send(append, this.answerMs);
    } catch (error) {
      const isStuck = error instanceof NoAnswer || (error instanceof AppendFailed && !finalError(error));
      if (isStuck) this.connection.leave(client).catch(this.onProblem);
      throw error;
    }
  }
}
