import type { VNode } from 'preact';
import { Bar } from '../drawing/marks';
import { once } from '../drawing/once';
import { round, Symbol } from '../drawing/symbol';
import { type Axis, axisOf } from '../layout/axis';
import { marksOf } from '../layout/marks';
import type { Canvas } from '../layout/canvas';
import type { ItemView, Place, Section, Upright } from '../view/view';
import { pictureWords } from '../words';

/** As wide as the smallest phone shows without scaling. */
const TRACK: Canvas = {
  ...{
    width: 280,
    left: 4,
    right: 4,
    font: 13,
    noteFont: 13,
    row: 30,
    label: 0,
    labelWithNote: 0,
    radius: 9,
    height: Infinity,
  },
};

const Y = 13;
const TEXT_Y = 37;

/** What all tracks of a section have in common. */
export interface TrackGround {
  readonly axis: Axis;
  readonly under: ReturnType<typeof once>;
  readonly over: ReturnType<typeof once>;
}

interface Props {
  readonly item: ItemView & { readonly place: Place };
  readonly ground: TrackGround;
}

interface GroundProps {
  readonly axis: Axis;
  readonly span: NonNullable<Section['axis']>;
  readonly uprights: readonly Upright[];
}

export function trackGround({ axis: span, uprights }: Section): TrackGround | null {
  if (!span) return null;
  const axis = axisOf(span, TRACK);
  const props = { axis, span, uprights };
  return { axis, under: once(<Lines {...props} />), over: once(<Ends {...props} />) };
}

/** Where one thing lies in time, small, on the card of a phone. The card says the same in words. */
export function Track({ item, ground }: Props): VNode {
  const { axis, under, over } = ground;
  const { at, bar, ghost, line, waiting } = marksOf(item.place, axis, TRACK);
  return (
    <svg
      class={item.counted ? 'tp-track' : 'tp-track tp-step'}
      viewBox={`0 0 ${TRACK.width} 40`}
      aria-hidden="true"
      focusable="false"
    >
      <g dangerouslySetInnerHTML={under} />
      {bar && <Bar {...bar} y={Y} kind={item.kind} />}
      {line && <path class="tp-move" d={`M${round(line.x1)} ${Y}H${round(line.x2)}`} />}
      {waiting !== null && <path class="tp-waiting" d={`M${round(at)} ${Y}H${round(waiting)}`} />}
      {ghost !== null && <circle class="tp-ghost" cx={round(ghost)} cy={Y} r="6" />}
      <Symbol kind={item.kind} x={at} y={Y} light={!item.counted} />
      <g dangerouslySetInnerHTML={over} />
    </svg>
  );
}

function Lines({ axis, uprights }: GroundProps): VNode {
  return (
    <>
      <path class="tp-track-line" d={`M${TRACK.left} ${Y}H${TRACK.width - TRACK.right}`} />
      {uprights.map(({ kind, day, label }) => (
        <path key={label} class={`tp-upright tp-upright-${kind}`} d={`M${round(axis.x(day))} 1V25`} />
      ))}
    </>
  );
}

/** The first and the last year, and today where there is room between them. */
function Ends({ axis, span, uprights }: GroundProps): VNode {
  const [first, last] = [span.start.slice(0, 4), span.end.slice(0, 4)];
  const today = uprights.find(({ kind, label }) => kind === 'today' && label.startsWith('Today'));
  const x = today && axis.x(today.day);
  return (
    <>
      <text x={TRACK.left} y={TEXT_Y}>
        {first}
      </text>
      {last !== first && (
        <text class="tp-track-end" x={TRACK.width - TRACK.right} y={TEXT_Y}>
          {last}
        </text>
      )}
      {x !== undefined && x > 60 && x < TRACK.width - 60 && (
        <text class="tp-track-today" x={round(x)} y={TEXT_Y}>
          {pictureWords().today}
        </text>
      )}
    </>
  );
}
