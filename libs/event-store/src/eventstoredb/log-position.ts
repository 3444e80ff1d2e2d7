/** Where a record stands in the log of EventStoreDB. Only the order of two pairs means something. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** As the port gives it away: both numbers, or one where they are equal, which they nearly always are. */
export function positionText({ commit, prepare }: LogPosition): string {
  return commit === prepare ? String(commit) : `${commit}-${prepare}`;
}

/** @throws TypeError the text is no position of this log */
export function parsePosition(text: string): LogPosition {
  const [, commit, prepare] = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(text) ?? [];
  if (commit === undefined) throw new TypeError(`"${text}" is no position of this log`);
  return { commit: BigInt(commit), prepare: BigInt(prepare ?? commit) };
}

/** A number that is greater the later the position stands; 0 for what comes before the first event. */
export function orderOf(position: LogPosition | null): bigint {
  return position === null ? 0n : (position.commit << 64n) | position.prepare;
}

export function orderOfText(text: string | null): bigint {
  return orderOf(text === null ? null : parsePosition(text));
}

export function comparePositions(a: string, b: string): number {
  const [left, right] = [orderOfText(a), orderOfText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
