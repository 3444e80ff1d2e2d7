import type { VNode } from 'preact';
import type { Section, TimelineView } from '../view/view';
import { pictureWords } from '../words';
import { LaneTable } from './lane-table';

const words = pictureWords();

/**
 * The same as the picture, in words: a table for each lane, which narrow windows show as cards. Under a heading of
 * level 2 with the id `timeline-table`.
 */
export function TimelineTable({ view }: { readonly view: TimelineView }): VNode {
  const { main, before } = view;
  const items = main.lanes.flatMap((lane) => lane.items);
  const milestones = items.filter(({ counted }) => counted).length;
  return (
    <section class="tp-table" aria-labelledby="timeline-table">
      <h2 id="timeline-table" tabindex={-1}>
        {words.tableHeading(milestones, items.length - milestones)}
      </h2>
      {items.length === 0 && !before ? <p>{words.emptyTable}</p> : <Lanes section={main} />}
      {before && <Before section={before} />}
    </section>
  );
}

function Before({ section }: { readonly section: Section }): VNode {
  const count = section.lanes.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <details class="tp-before">
      <summary>{words.before}</summary>
      <p>{words.beforeLine(count)}</p>
      <Lanes section={section} />
    </details>
  );
}

function Lanes({ section }: { readonly section: Section }): VNode {
  return (
    <>
      {section.lanes.map((lane) => (
        <LaneTable key={lane.key} lane={lane} section={section} />
      ))}
    </>
  );
}
