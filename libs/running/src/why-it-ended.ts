import { EventTooLarge, StoreUnavailable } from '@promise/event-store';
import { BadSetting } from '@promise/tracker';
import { DatabaseLost } from './stop-request';

/** Why the server could not start, or stopped, in words for whoever runs it; with the place where a mistake of ours is. */
export function whyItEnded(error: unknown): string {
  if (error instanceof DatabaseLost) return `The tracker has stopped: ${error.message}`;
  return `The tracker could not start. ${reasonOf(error)}`;
}

/** What a store says by itself; what it was told is its cause. */
const OF_THE_STORE = [StoreUnavailable, EventTooLarge];

/** What went wrong, in words for whoever runs the tracker; with the place where a mistake of ours is. */
export function reasonOf(error: unknown): string {
  if (error instanceof BadSetting) return error.message;
  if (OF_THE_STORE.some((each) => error instanceof each)) return withCause(error as Error);
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall === 'listen') return cannotListen(code, `${address ?? ''}:${port ?? ''}`);
  // Several addresses of one host were tried, each in vain.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return code === undefined && isOurMistake(error) ? (error.stack ?? error.message) : error.message;
}

function withCause({ message, cause }: Error): string {
  return cause instanceof Error && cause.message ? `${message}: ${cause.message}` : message;
}

function cannotListen(code: string | undefined, place: string): string {
  if (code === 'EADDRINUSE') return `${place} is in use by another program; set PORT to a free one.`;
  if (code === 'EACCES') return `This user may not listen on ${place}; set PORT to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL') return `${place} is no address of this machine; set HOST to one that is.`;
  return `It cannot listen on ${place}: ${code ?? 'unknown reason'}.`;
}

function isOurMistake(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}
