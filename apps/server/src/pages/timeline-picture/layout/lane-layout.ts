import { wrap } from '../text/wrap';
import type { ItemView, LaneView } from '../view/view';
import type { Axis } from './axis';
import type { Canvas } from './canvas';
import { drawItem, type DrawnItem, type PlacedItem } from './drawn-item';
import { Rows } from './pack';

/** A lane, or as much of it as one sheet holds, with its name at the left. */
export interface LaneLayout {
  readonly lane: LaneView;
  readonly title: readonly string[];
  readonly line: readonly string[];
  readonly drawn: readonly DrawnItem[];
  /** How many of its things have no day. */
  readonly withoutDay: number;
  readonly height: number;
}

/** Above the first and below the last row. */
export const LANE_PADDING = 6;
export const TITLE_HEIGHT = 24;
export const LINE_HEIGHT = 19;

/** For the line that says how many things have no day, or that there is nothing. */
const ROWS_BELOW = 2;

/**
 * One layout on the screen; on paper as many sheets as the lane needs.
 * @param room how high a lane may be on one sheet
 */
export function layLane(lane: LaneView, axis: Axis | null, canvas: Canvas, room: number): LaneLayout[] {
  const sheets: LaneLayout[] = [];
  const below = lane.items.every(hasPlace) ? 0 : ROWS_BELOW;
  const atMost = Math.floor((room - 2 * LANE_PADDING) / canvas.row) - below;
  let left: readonly PlacedItem[] = axis ? lane.items.filter(hasPlace) : [];
  do {
    const sheet = axis ? fill(left, axis, canvas, atMost) : { drawn: [], rows: 0 };
    sheets.push(layoutOf(lane, sheet, canvas));
    left = left.slice(sheet.drawn.length);
  } while (left.length > 0);
  return sheets;
}

/** Milestones from the top, then the steps of plans below them. */
function fill(
  items: readonly PlacedItem[],
  axis: Axis,
  canvas: Canvas,
  atMost: number,
): { drawn: DrawnItem[]; rows: number } {
  const rows = new Rows(atMost);
  const drawn: DrawnItem[] = [];
  let from = 0;
  for (const item of items) {
    if (!item.counted && (drawn.at(-1)?.item.counted ?? false)) from = rows.height;
    const next = drawItem(item, axis, canvas, rows, from);
    if (!next) break;
    drawn.push(next);
  }
  return { drawn, rows: rows.height };
}

function layoutOf(lane: LaneView, { drawn, rows }: { drawn: DrawnItem[]; rows: number }, canvas: Canvas): LaneLayout {
  const room = canvas.left - 24;
  const title = wrap(lane.title, { size: canvas.font + 3, bold: true }, room, 4);
  const line = wrap(lane.line, { size: canvas.noteFont }, room, 3);
  const withoutDay = lane.items.filter((item) => !hasPlace(item)).length;
  const named = 8 + title.length * TITLE_HEIGHT + (line.length + (lane.done === '' ? 0 : 1)) * LINE_HEIGHT;
  const below = withoutDay > 0 || drawn.length === 0 ? ROWS_BELOW : 0;
  const height = Math.max(named, (rows + below) * canvas.row) + 2 * LANE_PADDING;
  return { lane, title, line, drawn, withoutDay, height };
}

function hasPlace(item: ItemView): item is PlacedItem {
  return item.place !== null;
}
