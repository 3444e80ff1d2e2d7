import type { VNode } from 'preact';
import type { LaneView, Section, TimelineView } from '../view/view';
import { pictureWords } from '../words';
import { LaneTable } from './lane-table';

const words = pictureWords();

/** A table of so few rows is read without a list of its parts. */
const SHORT = 10;

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
        {words.tableHeading(milestones, items.length - milestones + stepsOf(before))}
      </h2>
      {items.length > SHORT && <Jumps lanes={main.lanes} />}
      {items.length === 0 && !before ? <p>{words.emptyTable}</p> : <Lanes section={main} jumpedTo />}
      {before && <Before section={before} />}
    </section>
  );
}

/** What ended before the start is steps alone. */
function stepsOf(before: Section | null): number {
  return before?.lanes.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
}

/** The way past the lanes that somebody does not look for. */
function Jumps({ lanes }: { readonly lanes: readonly LaneView[] }): VNode {
  return (
    <nav class="tp-jumps" aria-label={words.jumps}>
      <ul>
        {lanes.map(({ key, title, done }) => (
          <li key={key}>
            <a href={`#${jumpId(key)}`}>{title}</a> {done}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Before({ section }: { readonly section: Section }): VNode {
  const count = stepsOf(section);
  return (
    <details class="tp-before">
      <summary>{words.beforeCount(count)}</summary>
      <p>{words.beforeLine(count)}</p>
      <Lanes section={section} />
    </details>
  );
}

interface LanesProps {
  readonly section: Section;
  /** Whether the list above the lanes leads to these. */
  readonly jumpedTo?: boolean;
}

function Lanes({ section, jumpedTo = false }: LanesProps): VNode {
  return (
    <>
      {section.lanes.map((lane) => (
        <LaneTable key={lane.key} lane={lane} section={section} {...(jumpedTo ? { id: jumpId(lane.key) } : {})} />
      ))}
    </>
  );
}

function jumpId(lane: string): string {
  return `lane-${lane.replaceAll('.', '_')}`;
}
