import { EventTooLarge } from '../event-store.port';

/** The most that `MaxAppendSize` of a server can be set to before 25.1; a newer one may take more, and is not asked for it. */
const MOST_BYTES = 16 * 1024 * 1024;

/** An append as far as its size goes. */
interface Sized {
  readonly ids: readonly string[];
  /** Bytes of each event as the server counts them. */
  readonly sizes: readonly number[];
}

/** @throws EventTooLarge no server would take it */
export function checkSize(append: Sized): void {
  if (append.sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) throw tooLarge(append, MOST_BYTES);
}

/** @param most what the server takes */
export function tooLargeForServer(append: Sized, most: number): EventTooLarge {
  return tooLarge(append, most, ' (MaxAppendSize of EventStoreDB, which whoever runs it can raise)');
}

/** Names the first event with which there are too many bytes, or the last one where the server counts otherwise. */
function tooLarge({ ids, sizes }: Sized, most: number, whose = ''): EventTooLarge {
  let bytes = 0;
  const first = sizes.findIndex((size) => (bytes += size) > most);
  return new EventTooLarge(ids.at(first) ?? '', bytes, `${most}${whose}`);
}
