import type { VNode } from 'preact';
import { Bar } from '../drawing/marks';
import { round, Symbol } from '../drawing/symbol';
import type { Axis } from '../layout/axis';
import { marksOf } from '../layout/marks';
import type { Canvas } from '../layout/canvas';
import type { ItemView, Place, Upright } from '../view/view';

/** As wide as the smallest phone shows without scaling. */
export const TRACK: Canvas = {
  ...{ width: 280, left: 4, right: 4, font: 13, noteFont: 13, row: 30, label: 0, radius: 9, rows: 1 },
};

const Y = 13;

interface Props {
  readonly item: ItemView & { readonly place: Place };
  readonly axis: Axis;
  readonly uprights: readonly Upright[];
}

/** Where one thing lies in time, small, on the card of a phone. The card says the same in words. */
export function Track({ item, axis, uprights }: Props): VNode {
  const { at, bar, ghost, line, waiting } = marksOf(item.place, axis, TRACK);
  return (
    <svg
      class={item.counted ? 'tp-track' : 'tp-track tp-step'}
      viewBox={`0 0 ${TRACK.width} 26`}
      aria-hidden="true"
      focusable="false"
    >
      <path class="tp-track-line" d={`M${TRACK.left} ${Y}H${TRACK.width - TRACK.right}`} />
      {uprights.map(({ kind, day, label }) => (
        <path key={label} class={`tp-upright tp-upright-${kind}`} d={`M${round(axis.x(day))} 1V25`} />
      ))}
      {bar && <Bar {...bar} y={Y} kind={item.kind} />}
      {line && <path class="tp-move" d={`M${round(line.x1)} ${Y}H${round(line.x2)}`} />}
      {waiting !== null && <path class="tp-waiting" d={`M${round(at)} ${Y}H${round(waiting)}`} />}
      {ghost !== null && <circle class="tp-ghost" cx={round(ghost)} cy={Y} r="6" />}
      <Symbol kind={item.kind} x={at} y={Y} light={!item.counted} />
    </svg>
  );
}
