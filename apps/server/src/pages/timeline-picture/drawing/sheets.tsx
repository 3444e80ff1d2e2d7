import type { VNode } from 'preact';
import { SHEET } from '../layout/canvas';
import { LANE_PADDING } from '../layout/lane-layout';
import { laySection } from '../layout/section-layout';
import type { Section } from '../view/view';
import { Back } from './back';
import { ItemParts } from './item';
import { LaneField } from './lane';
import { once } from './once';
import { round } from './symbol';

/** A section on paper: each lane on a landscape sheet of its own. It stands for the drawing on the screen. */
export function Sheets({ section }: { readonly section: Section }): VNode | null {
  const whole = laySection(section, SHEET);
  if (!whole) return null;
  const uprights = whole.flags.map(({ x }) => x);
  const { canvas, head } = whole;
  const filled = whole.lanes.filter(({ drawn }) => drawn.length > 0);
  return (
    <div class="tp-sheets" aria-hidden="true">
      {filled.map((lane) => {
        const height = head + lane.height + whole.height - bottomOf(whole.lanes, head);
        const sheet = { ...lane, top: head };
        return (
          <div class="tp-sheet" key={`${lane.lane.key} ${lane.top}`}>
            <svg class="tp-drawing" viewBox={`0 0 ${canvas.width} ${round(height)}`} focusable="false">
              <Back layout={{ ...whole, height }} />
              <LaneField lane={sheet} canvas={canvas}>
                {sheet.drawn.map((drawn) => (
                  <g
                    key={drawn.item.key}
                    class={drawn.item.counted ? 'tp-item' : 'tp-item tp-step'}
                    dangerouslySetInnerHTML={once(
                      <ItemParts drawn={drawn} canvas={canvas} top={head + LANE_PADDING} uprights={uprights} />,
                    )}
                  />
                ))}
              </LaneField>
            </svg>
          </div>
        );
      })}
    </div>
  );
}

function bottomOf(lanes: readonly { readonly top: number; readonly height: number }[], head: number): number {
  const last = lanes.at(-1);
  return last ? last.top + last.height : head;
}
