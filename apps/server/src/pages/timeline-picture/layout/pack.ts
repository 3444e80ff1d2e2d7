/** A way to place something: from `x1` to `x2` over so many rows. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly rows: number;
}

/** Kept free between neighbours in a row. */
const AIR = 8;

/**
 * Rows that fill from the top. Each thing takes the first row in which one of its boxes, tried in order, meets nothing.
 */
export class Rows {
  private readonly taken: { readonly x1: number; readonly x2: number }[][] = [];

  constructor(private readonly atMost: number) {}

  get height(): number {
    return this.taken.length;
  }

  /** @returns which box, and in which row; null where no row is left for any of them */
  place<Tried extends Box>(boxes: readonly Tried[], from = 0): { readonly box: Tried; readonly row: number } | null {
    for (let row = from; row <= this.taken.length && row < this.atMost; row += 1) {
      const box = boxes.find((each) => this.isFree(each, row));
      if (box) {
        this.take(box, row);
        return { box, row };
      }
    }
    return null;
  }

  private isFree({ x1, x2, rows }: Box, row: number): boolean {
    // What is higher than a whole sheet may still stand on an empty one.
    if (row + rows > this.atMost && row > 0) return false;
    for (let each = row; each < row + rows; each += 1) {
      for (const taken of this.taken[each] ?? []) {
        if (x1 < taken.x2 + AIR && taken.x1 < x2 + AIR) return false;
      }
    }
    return true;
  }

  private take({ x1, x2, rows }: Box, row: number): void {
    for (let each = row; each < row + rows; each += 1) (this.taken[each] ??= []).push({ x1, x2 });
  }
}
