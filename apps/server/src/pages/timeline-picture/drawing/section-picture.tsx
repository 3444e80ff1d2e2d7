import type { VNode } from 'preact';
import { SCREEN } from '../layout/canvas';
import { LANE_PADDING } from '../layout/lane-layout';
import { laySection } from '../layout/section-layout';
import type { Section } from '../view/view';
import { pictureWords } from '../words';
import { Back } from './back';
import { ItemLink } from './item';
import { LaneField } from './lane';
import { round } from './symbol';

interface Props {
  readonly section: Section;
  /** What the drawing is, for who cannot see it. */
  readonly name: string;
}

/** A section on the screen: one drawing in which each lane is a list of links. */
export function SectionPicture({ section, name }: Props): VNode | null {
  const layout = laySection(section, SCREEN);
  if (!layout) return null;
  const { canvas, height, lanes, flags } = layout;
  const uprights = flags.map(({ x }) => x);
  return (
    <svg class="tp-drawing" viewBox={`0 0 ${canvas.width} ${round(height)}`} role="group" aria-label={name}>
      <Back layout={layout} />
      {lanes.map((lane) => (
        <LaneField key={lane.lane.key} lane={lane} canvas={canvas}>
          {lane.drawn.length > 0 && (
            <g role="list" aria-label={pictureWords().list(lane.lane.title)}>
              {lane.drawn.map((drawn) => (
                <ItemLink
                  key={drawn.item.key}
                  drawn={drawn}
                  canvas={canvas}
                  top={lane.top + LANE_PADDING}
                  uprights={uprights}
                />
              ))}
            </g>
          )}
        </LaneField>
      ))}
    </svg>
  );
}
