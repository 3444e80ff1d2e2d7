import type { Place } from '../view/view';
import type { Axis } from './axis';
import type { Canvas } from './canvas';

/** Where the parts of one item stand, from left to right. */
export interface Marks {
  readonly at: number;
  readonly bar: { readonly x1: number; readonly x2: number; readonly open: boolean } | null;
  readonly ghost: number | null;
  readonly ticks: readonly number[];
  /** Joins where it was with where it is. */
  readonly line: { readonly x1: number; readonly x2: number } | null;
  /** Dotted from the symbol to the day on which it is still not done. */
  readonly waiting: number | null;
  /** All of it with its room. */
  readonly x1: number;
  readonly x2: number;
}

/** How long a bar without an end is drawn, if nothing ends it before. */
const OPEN_BAR = 90;

export function marksOf(place: Place, axis: Axis, canvas: Canvas): Marks {
  const { radius } = canvas;
  const at = axis.x(place.at);
  const ghost = place.ghost === null ? null : axis.x(place.ghost);
  const ticks = place.ticks.map((day) => axis.x(day));
  const waiting = place.waiting === null ? null : axis.x(place.waiting);
  const bar = barOf(place, at, axis, canvas);
  const moved = [at, ...ticks, ...(ghost === null ? [] : [ghost])];
  const [from, to] = [Math.min(...moved), Math.max(...moved)];
  const x1 = Math.min(from - radius, bar?.x1 ?? at);
  const x2 = Math.max(to + radius, bar?.x2 ?? at, waiting ?? at);
  return { at, bar, ghost, ticks, line: to > from ? { x1: from, x2: to } : null, waiting, x1, x2 };
}

function barOf({ from, open }: Place, at: number, axis: Axis, canvas: Canvas): Marks['bar'] {
  if (open) {
    const end = Math.min(at + OPEN_BAR, canvas.width - canvas.right);
    return { x1: at, x2: end, open };
  }
  return from === null ? null : { x1: axis.x(from) - 4, x2: at, open };
}
