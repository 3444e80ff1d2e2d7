import { widthOf } from '../text/measure';
import type { Upright } from '../view/view';
import type { Axis } from './axis';
import type { Canvas } from './canvas';
import { Rows } from './pack';

/** An upright line and the flag at its head. */
export interface Flag {
  readonly upright: Upright;
  readonly x: number;
  readonly from: number;
  readonly width: number;
  /** From the top of the canvas. */
  readonly row: number;
}

const PADDING = 10;

/** Flags of marks fly to the left, that of today to the right; those that would meet stand on rows of their own. */
export function flagsOf(uprights: readonly Upright[], axis: Axis, canvas: Canvas): Flag[] {
  const rows = new Rows(Infinity);
  const [left, right] = [2, canvas.width - 2];
  return uprights.map((upright) => {
    const x = axis.x(upright.day);
    const width = widthOf(upright.label, flagFont(canvas)) + 2 * PADDING;
    const wanted = upright.kind === 'today' ? x : x - width;
    const from = Math.min(Math.max(wanted, left), right - width);
    const placed = rows.place([{ x1: from, x2: from + width, rows: 1 }]);
    return { upright, x, from, width, row: placed?.row ?? 0 };
  });
}

export function flagFont({ noteFont }: Canvas): { size: number; bold: true } {
  return { size: noteFont, bold: true };
}
