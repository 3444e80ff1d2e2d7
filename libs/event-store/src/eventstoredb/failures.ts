import { EventIdTaken, EventTooLarge, StoreUnavailable, WrongExpectedVersion } from '../event-store.port';

/** No answer came in time: what was asked may have been done or not. */
export class NoAnswer extends Error {
  constructor(timeoutMs: number) {
    super(`EventStoreDB gave no answer within ${timeoutMs} ms`);
    this.name = 'NoAnswer';
  }
}

/** The server answered that one append failed, while the call that it came through goes on. */
export class AppendFailed extends Error {
  /** @param type the name of the failure as the client has it, where it is known */
  constructor(
    message: string,
    readonly type?: string,
  ) {
    super(message);
    this.name = 'AppendFailed';
  }
}

/** What the server answers, by name, where no other try can help. */
const REFUSALS = new Map([
  ['access-denied', 'refuses this user'],
  ['stream-deleted', 'has deleted a stream of the log'],
  [
    'maximum-append-event-size-exceeded',
    'takes smaller events only (MaxAppendEventSize, which whoever runs it can raise)',
  ],
]);

/** The same by gRPC code, where the error has no name. */
const REFUSING_CODES = new Map([
  [3, 'does not take what it was sent'],
  [7, 'refuses this user'],
  [12, 'is too old: 22.6 is the oldest that works'],
  [16, 'does not know this user'],
]);

/**
 * The error of the port that ends all tries, or undefined where another one may help: connection lost, no answer, another
 * node leads, the server is short of something.
 */
export function finalError(error: unknown): Error | undefined {
  if (isOwn(error)) return error;
  const { type, code } = error as { type?: unknown; code?: unknown };
  const reason = REFUSALS.get(String(type)) ?? REFUSING_CODES.get(Number(code));
  return reason === undefined ? undefined : new StoreUnavailable(`EventStoreDB ${reason}`, { cause: error });
}

function isOwn(error: unknown): error is Error {
  const own = [StoreUnavailable, WrongExpectedVersion, EventIdTaken, EventTooLarge, TypeError];
  return own.some((each) => error instanceof each);
}
