import type { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { randomUUID } from 'node:crypto';
import { type EncodedAppend, requestsOf, uuidText, type Written, writtenOf } from './append-messages';
import type { BatchStream, ClientInside } from './connection';
import { NoAnswer } from './failures';

interface Waiting {
  readonly append: EncodedAppend;
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * The one long call that appends go through. The client's own would keep the appends of all its connections in one place:
 * when one connection dies, those of the others are rejected, and their answers end the process.
 */
export class AppendStream {
  private readonly waiting = new Map<string, Waiting>();
  private opened: Promise<BatchStream> | undefined;
  private readonly inside: ClientInside;

  constructor(readonly client: EventStoreDBClient) {
    this.inside = client as unknown as ClientInside;
  }

  /** @throws NoAnswer after `timeoutMs`, or what the server or the connection says */
  send(append: EncodedAppend, timeoutMs: number): Promise<Written> {
    const correlationId = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.fail(correlationId, new NoAnswer(timeoutMs));
      }, timeoutMs);
      this.waiting.set(correlationId, { append, resolve, reject, timer });
      this.open().then(
        (stream) => {
          for (const request of requestsOf(append, correlationId)) stream.write(request);
        },
        (error: unknown) => {
          this.fail(correlationId, error);
        },
      );
    });
  }

  private open(): Promise<BatchStream> {
    this.opened ??= this.inside
      .GRPCStreamCreator(StreamsClient, 'append', (client) => {
        const stream = client.batchAppend(
          ...this.inside.callArguments({ requiresLeader: true }, { deadline: Infinity }),
        );
        stream.on('data', (answer: BatchAppendResp) => {
          this.answered(answer);
        });
        for (const event of ['error', 'end', 'close']) {
          stream.on(event, (error?: unknown) => {
            this.lost(error ?? new Error('EventStoreDB ended the call'));
          });
        }
        return stream;
      })()
      .catch((error: unknown) => {
        this.opened = undefined;
        throw error;
      });
    return this.opened;
  }

  private answered(answer: BatchAppendResp): void {
    const correlationId = uuidText(answer.getCorrelationId());
    const waiting = this.take(correlationId);
    try {
      waiting?.resolve(writtenOf(answer, waiting.append));
    } catch (error) {
      waiting?.reject(error);
    }
  }

  private lost(error: unknown): void {
    this.opened = undefined;
    for (const correlationId of this.waiting.keys()) this.fail(correlationId, error);
  }

  private fail(correlationId: string, error: unknown): void {
    this.take(correlationId)?.reject(error);
  }

  private take(correlationId: string): Waiting | undefined {
    const waiting = this.waiting.get(correlationId);
    this.waiting.delete(correlationId);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
