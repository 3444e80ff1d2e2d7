import type { VNode } from 'preact';
import type { Marks } from '../layout/marks';
import type { Kind } from '../view/view';
import { round, Symbol } from './symbol';

interface Props {
  readonly marks: Marks;
  readonly kind: Kind;
  readonly y: number;
  readonly light: boolean;
}

/** Everything of an item but its label. */
export function MarksOf({ marks, kind, y, light }: Props): VNode {
  const { at, bar, ghost, ticks, line, waiting } = marks;
  return (
    <>
      {bar && <Bar {...bar} y={y} kind={kind} />}
      {line && (
        <path class="tp-move" d={`M${round(line.x1)} ${y}H${round(line.x2)}${ticks.map((x) => tick(x, y)).join('')}`} />
      )}
      {waiting !== null && <path class="tp-waiting" d={`M${round(at)} ${y}H${round(waiting)}`} />}
      {ghost !== null && <circle class="tp-ghost" cx={round(ghost)} cy={y} r="6" />}
      <Symbol kind={kind} x={at} y={y} light={light} />
    </>
  );
}

interface BarProps {
  readonly x1: number;
  readonly x2: number;
  readonly open: boolean;
  readonly y: number;
  readonly kind: Kind;
}

/** A span; without an end it fades into shorter and shorter pieces. */
export function Bar({ x1, x2, open, y, kind }: BarProps): VNode {
  const fading = open ? FADING : [];
  const end = x2 - fading.reduce((sum, piece) => sum + piece + FADING_GAP, 0);
  let from = end;
  return (
    <g class={`tp-bar tp-${kind}`}>
      <rect x={round(x1)} y={y - 4} width={round(Math.max(end - x1, 1))} height="8" rx="4" />
      {fading.map((piece) => {
        const x = from + FADING_GAP;
        from = x + piece;
        return <rect key={piece} x={round(x)} y={y - 4} width={piece} height="8" rx="1.5" />;
      })}
    </g>
  );
}

const FADING = [10, 6, 3];
const FADING_GAP = 4;

function tick(x: number, y: number): string {
  return `M${round(x)} ${y - 5}v10`;
}
