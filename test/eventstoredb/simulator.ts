import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type Metadata, Server, ServerCredentials, type ServiceError, status } from '@grpc/grpc-js';
import { append, batchAppend, type Write } from './appends';
import { notLeader, serverError } from './errors';
import { type AppendFault, Faults } from './faults';
import { SimulatedLog } from './log';
import { read, subscribe } from './reads';

/** Faults after which nothing is in the log. */
const UNWRITTEN: readonly AppendFault[] = ['hang', 'unavailable', 'internal error', 'not ready', 'access denied'];

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
  private server = new Server();
  private port = 0;
  private leader: Simulator | undefined;

  private constructor(readonly log: SimulatedLog) {}

  /** @param log the log of another node, for a cluster of two */
  static async start(log = new SimulatedLog()): Promise<Simulator> {
    const simulator = new Simulator(log);
    await simulator.listen();
    return simulator;
  }

  get url(): string {
    return `esdb://${HOST}:${this.port}?tls=false`;
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
    this.port = await new Promise((resolve, reject) => {
      this.server.bindAsync(`${HOST}:${this.port}`, ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
  }

  private streams(): IStreamsServer {
    return {
      read: (call) => {
        const refused = this.refusal(call.metadata);
        if (refused) call.emit('error', refused);
        else if (call.request.getOptions()?.hasSubscription())
          subscribe(call, this.log, this.faults.subscriptions.shift());
        else void read(call, this.log, this.faults.reads.shift());
      },
      append: (call, answer) => {
        const refused = this.refusal(call.metadata);
        if (refused) answer(refused);
        else append(call, answer, this.write, this.faults.appends.shift());
      },
      batchAppend: (call) => {
        const refused = this.refusal(call.metadata);
        if (refused) call.emit('error', refused);
        // A call that began while this node led stays, and its appends fail one by one.
        else batchAppend(call, this.write, () => (this.leader ? 'not ready' : this.faults.appends.shift()));
      },
      delete: (_, answer) => {
        answer(this.forbid('delete'));
      },
      tombstone: (_, answer) => {
        answer(this.forbid('tombstone'));
      },
    };
  }

  private readonly write: Write = (stream, expected, proposed, fault) => {
    this.appends += 1;
    if (fault && UNWRITTEN.includes(fault)) return undefined;
    if (stream.startsWith('$')) this.forbid(`append to ${stream}`);
    this.log.system();
    const length = this.log.stream(stream).length;
    const outcome = this.log.append(stream, expected, proposed);
    if (fault === 'lost answer') return undefined;
    const isRepeat = this.log.stream(stream).length === length && outcome.kind === 'appended';
    return isRepeat && this.faults.misplacedRepeats ? { ...outcome, position: { commit: 1n, prepare: 1n } } : outcome;
  };

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
