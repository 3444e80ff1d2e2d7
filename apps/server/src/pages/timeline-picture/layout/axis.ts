import type { Day } from '@promise/kernel';
import { scaleUtc } from 'd3-scale';
import { utcYear } from 'd3-time';
import type { Section } from '../view/view';
import type { Canvas } from './canvas';
import { widthOf } from '../text/measure';

/** Time from left to right. */
export interface Axis {
  x(day: Day): number;
  /** Lines at the beginnings of years. */
  readonly years: readonly number[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

/** @param axis first and last day that are drawn */
export function axisOf({ start, end }: NonNullable<Section['axis']>, canvas: Canvas): Axis {
  const [left, right] = [canvas.left + canvas.radius + 3, canvas.width - canvas.right - canvas.radius - 3];
  const scale = scaleUtc([dateOf(start), dateOf(end)], [left, right]).clamp(true);
  const edges = [canvas.left, canvas.width - canvas.right] as const;
  // One day alone gives a scale without length: everything stands at its beginning.
  const x = (day: Day): number => (start === end ? left : scale(dateOf(day)));
  const step = stepOf(start, end, (edges[1] - edges[0]) / (widthOf('2000', yearFont(canvas)) * 1.5));
  const years = start === end ? [] : scale.ticks(utcYear.every(step) ?? utcYear);
  return { x, years: years.map((year) => scale(year)), labels: labelsOf(start, end, step, x, edges, canvas) };
}

export function yearFont({ font }: Canvas): { size: number; bold: true } {
  return { size: font, bold: true };
}

/** So many years between two labels that they do not run into each other. */
function stepOf(start: Day, end: Day, fitting: number): number {
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1;
  return Math.max(1, Math.ceil(years / fitting));
}

/** The name of a year stands in the middle of what is seen of it, where that is wide enough. */
function labelsOf(
  start: Day,
  end: Day,
  step: number,
  x: Axis['x'],
  [left, right]: readonly [number, number],
  canvas: Canvas,
): Axis['labels'] {
  const width = widthOf('2000', yearFont(canvas));
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const found: { x: number; text: string }[] = [];
  for (let year = first; year <= last; year += 1) {
    const from = year === first ? left : x(`${year}-01-01`);
    const to = year === last ? right : x(`${year + 1}-01-01`);
    if (step === 1 ? to - from >= width + 4 : year % step === 0 && from + width <= right) {
      found.push({ x: step === 1 ? (from + to) / 2 : from + width / 2, text: `${year}` });
    }
  }
  return found;
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
