import { refuse } from '@promise/kernel';

/** Up to `limit` items after the one that `after`, the `next` of the page before, stands for. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page goes on, or null at the end. */
  readonly next: string | null;
}

interface InOrder {
  readonly key: string;
  readonly ordinal: number;
}

/** Lines in the document's own order. */
export function inDocumentOrder(a: InOrder, b: InOrder): number {
  return a.ordinal - b.ordinal || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/**
 * A page of lines in the document's own order; lines that come or go in between move no other one.
 * @throws Refusal when `after` is no place in such a list
 */
export function pageOf<Line extends InOrder>(lines: readonly Line[], page: PageRequest): Page<Line> {
  const after = page.after === undefined ? null : placeOf(page.after);
  const rest = lines.toSorted(inDocumentOrder).filter((line) => !after || inDocumentOrder(after, line) < 0);
  const items = rest.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: last && rest.length > items.length ? cursorOf(last) : null };
}

function cursorOf({ ordinal, key }: InOrder): string {
  return Buffer.from(JSON.stringify([ordinal, key])).toString('base64url');
}

function placeOf(cursor: string): InOrder {
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts = /^\[(-?[\d.e+-]+),"([^"]*)"\]$/.exec(text);
  const ordinal = Number(parts?.[1] ?? NaN);
  if (!parts || Number.isNaN(ordinal))
    refuse('cursor', 'known-cursor', 'give the `next` of the page before, unchanged');
  return { ordinal, key: parts[2] ?? '' };
}
