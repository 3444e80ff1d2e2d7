import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientReadableStream } from '@grpc/grpc-js';
import type { ClientInside, Connection } from '../connection';
import { NoAnswer } from '../failures';
import type { Tries } from '../tries';
import { allOf, newestOf, recordOf, type ServerRecord, type Wanted } from './record-requests';

type Reading = ClientReadableStream<ReadResp>;

const PERMISSION_DENIED = 7;

/** Between two records that are wanted there may be millions that are not, and the server says nothing meanwhile. */
const SILENCE_MS = 5 * 60_000;

/** The server lets this user not read it. */
export const REFUSED = 'refused';

/** Reads the server's own records, which the log's readers leave out. The client itself has no filtered reading. */
export class ServerRecords {
  private readonly underWay = new Set<Reading>();
  private ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly tries: Tries,
  ) {}

  /** Undefined where there is no such stream, or nothing in it. */
  async newest(stream: string): Promise<ServerRecord | undefined | typeof REFUSED> {
    let newest: ServerRecord | undefined;
    const end = await this.read(newestOf(stream), (record) => (newest = record));
    return end === REFUSED ? REFUSED : newest;
  }

  /** Gives each record that is wanted, the newest first; all of them again where the connection was lost meanwhile. */
  async each(wanted: Wanted, onRecord: (record: ServerRecord) => void): Promise<typeof REFUSED | undefined> {
    return this.read(allOf(wanted), onRecord);
  }

  /** Breaks off what is read: there may be no end of it. Call it when nothing is tried again any more. */
  end(): void {
    this.ended = true;
    for (const reading of this.underWay) reading.cancel();
  }

  private read(request: ReadReq, onRecord: (record: ServerRecord) => void): Promise<typeof REFUSED | undefined> {
    return this.tries.until(async () => {
      const client = this.connection.get();
      const inside = client as unknown as ClientInside;
      try {
        const reading = await inside.GRPCStreamCreator(StreamsClient, 'check', (service) =>
          service.read(request, ...inside.callArguments({ requiresLeader: true }, { deadline: Infinity })),
        )();
        this.underWay.add(reading);
        if (this.ended) reading.cancel();
        await drain(reading, onRecord).finally(() => this.underWay.delete(reading));
        return undefined;
      } catch (error) {
        if ((error as { code?: unknown }).code === PERMISSION_DENIED) return REFUSED;
        if (error instanceof NoAnswer) await this.connection.leave(client);
        throw error;
      }
    }, 'EventStoreDB cannot be reached');
  }
}

function drain(reading: Reading, onRecord: (record: ServerRecord) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(SILENCE_MS));
      reading.cancel();
    }, SILENCE_MS);
    reading.on('data', (answer: ReadResp) => {
      timer.refresh();
      const record = recordOf(answer);
      if (record) onRecord(record);
    });
    reading.on('end', () => {
      clearTimeout(timer);
      resolve();
    });
    reading.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
