import type { Metadata } from '@grpc/grpc-js';
import type { SimulatedLog } from './log';

export interface SimulatedUser {
  readonly name: string;
  readonly password: string;
  readonly groups: readonly string[];
}

/** What somebody may do with a stream, as access lists name it. */
export type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';

type AccessList = Readonly<Partial<Record<Right, string | readonly string[]>>>;

/** Who calls where no credentials come: the client sends none without TLS. */
const APPLICATION: SimulatedUser = { name: 'promise', password: 'promise', groups: [] };

/** Users and access lists as servers have them where nothing else decides: what administrators may do is everything. */
export class Access {
  readonly users = new Map<string, SimulatedUser>();
  /** Who is meant where no credentials come; null for nobody. */
  anonymous: SimulatedUser | null = APPLICATION;
  /** A server without users lets everybody do everything. */
  insecure = false;

  constructor(private readonly log: SimulatedLog) {}

  /** Undefined for a name or password that is wrong. */
  callerOf(metadata: Metadata): SimulatedUser | null | undefined {
    const [header] = metadata.get('authorization');
    if (header === undefined) return this.anonymous;
    const [name = '', password] = Buffer.from(String(header).replace('Basic ', ''), 'base64').toString().split(':');
    const user = this.users.get(name);
    return user?.password === password ? user : undefined;
  }

  isAdministrator(user: SimulatedUser | null): boolean {
    return this.insecure || user?.name === 'admin' || user?.groups.includes('$admins') === true;
  }

  may(user: SimulatedUser | null, right: Right, stream: string): boolean {
    if (this.isAdministrator(user)) return true;
    const [on, by] = ofMetadata(right, stream);
    const holders = this.holders(by, on);
    return (
      holders.includes('$all') || (user !== null && [user.name, ...user.groups].some((me) => holders.includes(me)))
    );
  }

  private holders(right: Right, stream: string): readonly string[] {
    const ofServer = stream.startsWith('$');
    const settings = this.newest('$settings')?.[ofServer ? '$systemStreamAcl' : '$userStreamAcl'] as
      AccessList | undefined;
    const own = this.newest(`$$${stream}`)?.$acl as AccessList | undefined;
    return [own?.[right] ?? settings?.[right] ?? (ofServer ? '$admins' : '$all')].flat();
  }

  private newest(stream: string): Readonly<Record<string, unknown>> | undefined {
    const record = this.log.stream(stream).at(-1);
    try {
      return record && (JSON.parse(Buffer.from(record.data).toString()) as Readonly<Record<string, unknown>>);
    } catch (error) {
      // As on a server, what cannot be read says nothing.
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
}

/** To read or write a stream of metadata is to read or write the metadata of the stream that they are about. */
function ofMetadata(right: Right, stream: string): [stream: string, right: Right] {
  if (!stream.startsWith('$$')) return [stream, right];
  return [stream.slice(2), right === '$r' ? '$mr' : '$mw'];
}

/** What an operator does once: the application's user may read and append, and nobody but administrators may delete. */
export function prepare(log: SimulatedLog): void {
  if (log.stream('$settings').length > 0) return;
  const { name } = APPLICATION;
  const readers = { $acl: { $r: [name, '$admins'] } };
  log.system('$UserCreated', '$users', 'admin');
  log.system('$settings', '$settings', {
    $userStreamAcl: { $r: [name, '$admins'], $w: [name, '$admins'], $d: '$admins', $mr: '$admins', $mw: '$admins' },
  });
  log.system('$metadata', '$$$all', readers);
  log.system('$metadata', '$$$settings', readers);
}
