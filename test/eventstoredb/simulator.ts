import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb';
import { type Metadata, Server, ServerCredentials, type ServiceError, status } from '@grpc/grpc-js';
import type { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import { append, batchAppend, type Write } from './appends';
import { Access, prepare, type Right, type SimulatedUser } from './access';
import type { Certificate } from './certificate';
import { accessDenied, notLeader, serverError } from './errors';
import { type AppendFault, Faults } from './faults';
import { SimulatedLog } from './log';
import { nameOf } from './messages';
import { read, subscribe } from './reads';
import { unknownUser, users } from './users';

/** Faults after which nothing is in the log. */
const UNWRITTEN: readonly AppendFault[] = [
  'hang',
  'unavailable',
  'internal error',
  'not ready',
  'access denied',
  'too late',
];

const HOST = '127.0.0.1';
const STREAMS = 'event_store.client.streams.Streams';

/**
 * A node that speaks the protocol of EventStoreDB as far as the client of the adapter asks for it, in memory, with faults
 * on demand. It shows what the client and the adapter do, never what a real server does.
 */
export class Simulator {
  readonly faults = new Faults();
  /** Calls that would change or delete what is there; the tracker makes none. */
  readonly forbidden: string[] = [];
  /** Appends that arrived. */
  appends = 0;
  /** How much its clock is ahead of ours. */
  aheadMs = 0;
  private server = new Server();
  private port = 0;
  readonly access: Access;
  private leader: Simulator | undefined;

  private constructor(
    readonly log: SimulatedLog,
    private readonly tls: Certificate | undefined,
  ) {
    this.access = new Access(log);
  }

  /**
   * A server as an operator has prepared it for the tracker, without TLS: who calls is the tracker's user.
   * @param log the log of another node, for a cluster of two
   */
  static async start(log = new SimulatedLog()): Promise<Simulator> {
    prepare(log);
    return Simulator.startUnprepared(log);
  }

  /** A server as it comes: access lists by default, and no user but administrators. */
  static async startUnprepared(log = new SimulatedLog(), tls?: Certificate): Promise<Simulator> {
    const simulator = new Simulator(log, tls);
    await simulator.listen();
    return simulator;
  }

  get url(): string {
    return `esdb://${HOST}:${this.port}?tls=false`;
  }

  /** With TLS, as somebody; by name, since a certificate of an address makes Node warn. */
  urlOf({ name, password }: Pick<SimulatedUser, 'name' | 'password'>, caFile: string): string {
    return `esdb://${name}:${password}@localhost:${this.port}?tls=true&tlsCAFile=${encodeURIComponent(caFile)}`;
  }

  /** Answers from now on that somebody else leads. */
  follow(leader: Simulator): void {
    this.leader = leader;
    leader.leader = undefined;
  }

  /** Ends every connection and refuses new ones; the log stays. */
  stop(): void {
    this.server.forceShutdown();
  }

  async restart(): Promise<void> {
    this.stop();
    this.server = new Server();
    await this.listen();
  }

  private async listen(): Promise<void> {
    this.server.addService(StreamsService, this.streams());
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: (error: null, methods: SupportedMethods) => void) => {
        answer(null, supportedMethods());
      },
    });
    this.server.addService(GossipService, {
      read: (_: unknown, answer: (error: null, info: ClusterInfo) => void) => {
        answer(null, this.members());
      },
    });
    this.server.addService(UsersService, users(this.access, this.log));
    this.port = await new Promise((resolve, reject) => {
      this.server.bindAsync(`${HOST}:${this.port}`, this.credentials(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
  }

  private credentials(): ServerCredentials {
    if (!this.tls) return ServerCredentials.createInsecure();
    const { certificate, key } = this.tls;
    return ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) }]);
  }

  private streams(): IStreamsServer {
    return {
      read: (call) => {
        const options = call.request.getOptions();
        const stream = options?.hasAll() ? '$all' : nameOf(options?.getStream()?.getStreamIdentifier());
        const refused = this.refusal(call.metadata) ?? this.refusalOf(call.metadata, '$r', stream);
        if (refused) call.emit('error', refused);
        else if (options?.hasSubscription()) subscribe(call, this.log, this.faults.subscriptions.shift());
        else void read(call, this.log, this.faults.reads.shift());
      },
      append: (call, answer) => {
        const refused = this.refusal(call.metadata);
        if (refused) answer(refused);
        else append(call, answer, this.writeFor(call.metadata), this.faults.appends.shift());
      },
      batchAppend: (call) => {
        const refused = this.refusal(call.metadata);
        if (refused) return void call.emit('error', refused);
        batchAppend(call, this.writeFor(call.metadata), (options) => {
          // A call that began while this node led stays, and its appends fail one by one.
          if (this.leader) return 'not ready';
          if (this.isPast(options?.getDeadline())) return 'too late';
          const stream = nameOf(options?.getStreamIdentifier());
          return this.refusalOf(call.metadata, '$w', stream) ? 'access denied' : this.faults.appends.shift();
        });
      },
      delete: (_, answer) => {
        answer(this.forbid('delete'));
      },
      tombstone: (_, answer) => {
        answer(this.forbid('tombstone'));
      },
    };
  }

  private writeFor(metadata: Metadata): Write {
    return (stream, expected, proposed, fault) => {
      this.appends += 1;
      if (fault && UNWRITTEN.includes(fault)) return undefined;
      const isForbidden =
        stream.startsWith('$') && !this.access.isAdministrator(this.access.callerOf(metadata) ?? null);
      if (isForbidden) this.forbid(`append to ${stream}`);
      this.log.system();
      const length = this.log.stream(stream).length;
      const outcome = this.log.append(stream, expected, proposed);
      if (fault === 'lost answer') return undefined;
      const isRepeat = this.log.stream(stream).length === length && outcome.kind === 'appended';
      return isRepeat && this.faults.misplacedRepeats ? { ...outcome, position: { commit: 1n, prepare: 1n } } : outcome;
    };
  }

  private isPast(deadline: Timestamp | undefined): boolean {
    return deadline !== undefined && deadline.toDate().getTime() <= Date.now() + this.aheadMs;
  }

  private refusalOf(metadata: Metadata, right: Right, stream: string): ServiceError | undefined {
    const caller = this.access.callerOf(metadata);
    if (caller === undefined) return unknownUser();
    return this.access.may(caller, right, stream) ? undefined : accessDenied();
  }

  private refusal(metadata: Metadata): ServiceError | undefined {
    if (this.leader === undefined || metadata.get('requires-leader').length === 0) return undefined;
    return notLeader({ host: HOST, port: this.leader.port });
  }

  private forbid(what: string): ServiceError {
    this.forbidden.push(what);
    return serverError(status.UNIMPLEMENTED, what);
  }

  private members(): ClusterInfo {
    const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
    const nodes = this.leader ? [this, this.leader] : [this];
    const members = nodes.map((node) =>
      new MemberInfo()
        .setInstanceId(new UUID().setString(crypto.randomUUID()))
        .setTimeStamp('0')
        .setState(node.leader ? FOLLOWER : LEADER)
        .setIsAlive(true)
        .setHttpEndPoint(new EndPoint().setAddress(HOST).setPort(node.port)),
    );
    return new ClusterInfo().setMembersList(members);
  }
}

function supportedMethods(): SupportedMethods {
  const methods = ['Read', 'Append', 'BatchAppend'].map((name) =>
    new SupportedMethod().setServiceName(STREAMS).setMethodName(name),
  );
  return new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('simulator');
}
