import type { ItemView, Place } from '../view/view';
import type { Axis } from './axis';
import type { Canvas } from './canvas';
import { type LabelLine, labelOf, lineHeight, lineWidth, pitch } from './label';
import { type Marks, marksOf } from './marks';
import type { Box, Rows } from './pack';

/** A line of a label in its place. */
export interface PlacedLine extends LabelLine {
  readonly x: number;
  readonly width: number;
  /** How many lines it stands below the marks. */
  readonly down: number;
}

/** An item in its place: marks in its first row, label beside or below them. */
export interface DrawnItem {
  readonly item: ItemView;
  readonly marks: Marks;
  readonly lines: readonly PlacedLine[];
  readonly row: number;
  readonly box: Box;
}

interface Candidate extends Box {
  readonly lines: readonly PlacedLine[];
}

export type PlacedItem = ItemView & { readonly place: Place };

/** Between marks and label. */
const GAP = 6;

/** @returns null where the sheet is full */
export function drawItem(item: PlacedItem, axis: Axis, canvas: Canvas, rows: Rows, from: number): DrawnItem | null {
  const marks = marksOf(item.place, axis, canvas);
  const placed = rows.place(candidatesOf(marks, labelOf(item, canvas), canvas), from);
  if (!placed) return null;
  return { item, marks, lines: placed.box.lines, row: placed.row, box: placed.box };
}

/** Right of the marks, then left of them; below them where neither has room on the canvas. */
function candidatesOf(marks: Marks, label: readonly LabelLine[], canvas: Canvas): Candidate[] {
  const widths = label.map((line) => lineWidth(line, canvas));
  const widest = Math.max(0, ...widths);
  const [left, right] = [canvas.left, canvas.width - canvas.right];
  const at = (x: (width: number) => number, down: number): PlacedLine[] =>
    label.map((line, n) => ({ ...line, width: widths[n] ?? 0, x: x(widths[n] ?? 0), down: down + n }));
  const found: Candidate[] = [];
  if (marks.x2 + GAP + widest <= right)
    found.push(
      candidate(
        marks,
        at(() => marks.x2 + GAP, 0),
        canvas,
      ),
    );
  if (marks.x1 - GAP - widest >= left)
    found.push(
      candidate(
        marks,
        at((width) => marks.x1 - GAP - width, 0),
        canvas,
      ),
    );
  if (found.length > 0) return found;
  const x = Math.min(Math.max(marks.x1, left), right - widest);
  return [
    candidate(
      marks,
      at(() => x, 1),
      canvas,
    ),
  ];
}

function candidate(marks: Marks, lines: readonly PlacedLine[], canvas: Canvas): Candidate {
  const down = Math.max(0, ...lines.map((line) => line.down));
  return {
    lines,
    x1: Math.min(marks.x1, ...lines.map(({ x }) => x)),
    x2: Math.max(marks.x2, ...lines.map(({ x, width }) => x + width)),
    rows: Math.max(2, Math.ceil((canvas.row + down * pitch(canvas) + lineHeight(canvas) / 2) / canvas.row)),
  };
}
