import { EventStoreDBClient } from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { CallOptions, ClientDuplexStream, Metadata } from '@grpc/grpc-js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';

export type BatchStream = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * What the client keeps to itself, and a stream of appends of our own needs: finding the leader, credentials, TLS. The
 * client is pinned to one version, the last of its line.
 */
export interface ClientInside {
  GRPCStreamCreator<Call>(
    client: typeof StreamsClient,
    name: string,
    creator: (client: StreamsClient) => Call,
  ): () => Promise<Call>;
  callArguments(options: { requiresLeader: boolean }, call: CallOptions): [Metadata, CallOptions];
  getChannel(): Promise<{ close(): void }>;
}

let connections = 0;

/** A connection of its own: what breaks another one does not harm it. */
export class Connection {
  private client: EventStoreDBClient | undefined;

  /** @param url `esdb://` as the client reads it */
  constructor(private readonly url: string) {}

  get(): EventStoreDBClient {
    this.client ??= EventStoreDBClient.connectionString(ownConnection(this.url));
    return this.client;
  }

  /** Gives up a client that went silent; the next one connects anew. */
  async leave(client: EventStoreDBClient): Promise<void> {
    if (this.client === client) this.client = undefined;
    await client.dispose();
    const channel = await (client as unknown as ClientInside).getChannel();
    channel.close();
  }

  async close(): Promise<void> {
    if (this.client) await this.leave(this.client);
  }
}

/** gRPC shares one connection among channels with equal options; an option that differs by a millisecond keeps them apart. */
function ownConnection(url: string): string {
  connections = (connections + 1) % 5_000;
  return `${url}${url.includes('?') ? '&' : '?'}keepAliveTimeout=${5_000 + connections}`;
}
