import type { ComponentChildren, VNode } from 'preact';
import type { Canvas } from '../layout/canvas';
import { LANE_PADDING, type LaneLayout, LINE_HEIGHT, TITLE_HEIGHT } from '../layout/lane-layout';
import { pictureWords } from '../words';

interface Props {
  readonly lane: LaneLayout & { readonly top: number };
  readonly canvas: Canvas;
  readonly children: ComponentChildren;
}

/** The field of a lane: its bar of colour, its name and what it is about, how much of it is done, and what it holds. */
export function LaneField({ lane, canvas, children }: Props): VNode {
  const { top, height } = lane;
  return (
    <>
      <path class="tp-rule" d={`M0 ${top + height}H${canvas.width}`} />
      <g class={`tp-lane tp-lane-${colourOf(lane.lane.key)}`} aria-hidden="true">
        <rect class="tp-lane-bar" x="0" y={top + 4} width="7" height={height - 8} />
        <LaneName lane={lane} />
        <Foot lane={lane} canvas={canvas} />
      </g>
      {children}
    </>
  );
}

function LaneName({ lane: { lane, top, title, line } }: Pick<Props, 'lane'>): VNode {
  const below = top + LANE_PADDING + title.length * TITLE_HEIGHT;
  return (
    <>
      {title.map((text, n) => (
        <text key={n} class="tp-lane-title" x="18" y={top + LANE_PADDING + (n + 0.8) * TITLE_HEIGHT}>
          {text}
        </text>
      ))}
      {line.map((text, n) => (
        <text key={n} class="tp-lane-line" x="18" y={below + (n + 0.8) * LINE_HEIGHT}>
          {text}
        </text>
      ))}
      <text class="tp-lane-done" x="18" y={below + (line.length + 0.85) * LINE_HEIGHT}>
        {lane.done}
      </text>
    </>
  );
}

function Foot({ lane: { top, height, drawn, withoutDay }, canvas }: Pick<Props, 'lane' | 'canvas'>): VNode | null {
  const words = pictureWords();
  const text = withoutDay > 0 ? words.noDay(withoutDay) : drawn.length === 0 ? words.nothing : '';
  if (text === '') return null;
  return (
    <text
      class="tp-note"
      x={canvas.left + 12}
      y={withoutDay > 0 ? top + height - LANE_PADDING - 9 : top + height / 2 + 5}
    >
      {text}
    </text>
  );
}

const COLOURED = ['voice', 'family', 'care', 'people', 'scaffolding', 'rights'];

/** The foundations have colours of their own; the themes of plans share one. */
export function colourOf(lane: string): string {
  return COLOURED.includes(lane) ? lane : 'other';
}
