import type { Section } from '../view/view';
import { type Axis, axisOf } from './axis';
import type { Canvas } from './canvas';
import { type Flag, flagsOf } from './flags';
import { type LaneLayout, layLane } from './lane-layout';

/** The lanes of a section below a common head. */
export interface SectionLayout {
  readonly canvas: Canvas;
  readonly axis: Axis;
  readonly flags: readonly Flag[];
  /** From the left edge of the first five years to the right one. */
  readonly tint: { readonly x1: number; readonly x2: number } | null;
  /** Where the lanes begin. */
  readonly head: number;
  /** The lanes with where each begins; on paper one lane may fill several sheets. */
  readonly lanes: readonly (LaneLayout & { readonly top: number })[];
  readonly height: number;
}

export const FLAG_HEIGHT = 26;
export const YEARS_HEIGHT = 30;

/** @returns null where nothing has a day, so that there is nothing to draw */
export function laySection(section: Section, canvas: Canvas): SectionLayout | null {
  if (!section.axis) return null;
  const axis = axisOf(section.axis, canvas);
  const flags = flagsOf(section.uprights, axis, canvas);
  const head = flagRows(flags) * (FLAG_HEIGHT + 2) + YEARS_HEIGHT;
  let top = head;
  const lanes = section.lanes
    .flatMap((lane) => layLane(lane, axis, canvas, canvas.height - head - YEARS_HEIGHT))
    .map((lane) => {
      const placed = { ...lane, top };
      top += lane.height;
      return placed;
    });
  const tint = section.tint && { x1: axis.x(section.tint.from), x2: axis.x(section.tint.to) };
  return { canvas, axis, flags, tint, head, lanes, height: top + YEARS_HEIGHT };
}

function flagRows(flags: readonly Flag[]): number {
  return flags.reduce((rows, { row }) => Math.max(rows, row + 1), 0);
}
