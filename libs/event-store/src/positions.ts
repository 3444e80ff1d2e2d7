/** Positions of the adapters that count the log from 1 without gaps: decimal digits. */
function parsePosition(text: string): bigint {
  if (!/^\d{1,19}$/.test(text)) throw new TypeError(`"${text}" is no position of this log`);
  return BigInt(text);
}

/** Null stands before the first event. */
export function parseAfter(after: string | null): bigint {
  return after === null ? 0n : parsePosition(after);
}

export function comparePositions(a: string, b: string): number {
  const [left, right] = [parsePosition(a), parsePosition(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
