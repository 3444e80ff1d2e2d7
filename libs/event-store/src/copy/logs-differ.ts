import type { StoredEvent } from '../event-store.port';

/** Two logs cannot be made the same: what stands in them differs. The message says where, and what to do. */
export class LogsDiffer extends Error {
  /** @param copied how many events were written to the target before this was found */
  constructor(
    message: string,
    readonly copied: number,
  ) {
    super(`${message}. ${whatToDo(copied)}`);
    this.name = 'LogsDiffer';
  }
}

function whatToDo(copied: number): string {
  if (copied === 0) return 'Nothing was copied; the target has to be empty, or a copy of this source that is shorter.';
  const again = 'Let nothing else write there and call again; if that is refused, begin anew with an empty target.';
  return `${copied} events were copied before. ${again}`;
}

/** What differs between two events that should be the same, in words; null where nothing does. */
export function differenceOf(record: number, source: StoredEvent, target: StoredEvent): string | null {
  if (source.id !== target.id)
    return `record ${record} is ${nameOf(source)} in the source, and ${nameOf(target)} in the target`;
  const differing = (['stream', 'version', 'type'] as const).find((field) => source[field] !== target[field]);
  if (differing) {
    return `record ${record} (event ${source.id}) has another ${differing} in the target: ${target[differing]} for ${source[differing]}`;
  }
  const bytes = (['envelope', 'payload'] as const).find((field) => Buffer.compare(source[field], target[field]) !== 0);
  return bytes ? `record ${record} (event ${source.id}) has other bytes in its ${bytes} in the target` : null;
}

function nameOf({ id, type, stream, version }: StoredEvent): string {
  return `event ${id} (${type}, version ${version} of ${stream})`;
}
