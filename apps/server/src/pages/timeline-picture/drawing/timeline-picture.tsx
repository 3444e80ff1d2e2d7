import type { VNode } from 'preact';
import type { TimelineView } from '../view/view';
import { pictureWords } from '../words';
import { Key } from './key';
import { SectionPicture } from './section-picture';
import { Sheets } from './sheets';

const words = pictureWords();

interface Props {
  readonly view: TimelineView;
  /** Where "Skip the picture" leads; the table where nothing is said. */
  readonly skipTo?: string;
}

/**
 * The timeline as a picture, under a heading of level 2. Narrow windows leave it out: there the table is a list of
 * cards. The table has to stand on the same page. Nothing, where nothing has a day.
 */
export function TimelinePicture({ view, skipTo = '#timeline-table' }: Props): VNode | null {
  const { main, before, years } = view;
  if (!main.axis && !before?.axis) return null;
  const items = main.lanes.flatMap((lane) => lane.items);
  const hasSteps = items.some(({ counted }) => !counted);
  return (
    <section class="tp-picture" aria-labelledby="timeline-picture">
      <h2 id="timeline-picture">{words.heading(years)}</h2>
      <p class="tp-hint">
        {items.some(({ counted }) => counted) ? words.choose : words.chooseStep} {words.endOfMonth}{' '}
        <a class="tp-skip" href={skipTo}>
          {words.skip}
        </a>
      </p>
      <Key section={main} />
      {hasSteps && <p class="tp-hint">{words.light}</p>}
      <SectionPicture section={main} name={words.heading(years)} />
      <Sheets section={main} />
      {before && <Before view={before} />}
    </section>
  );
}

function Before({ view }: { readonly view: NonNullable<TimelineView['before']> }): VNode {
  const count = view.lanes.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <details class="tp-before">
      <summary>{words.beforeCount(count)}</summary>
      <p class="tp-hint">{words.beforeLine(count)}</p>
      <Key section={view} />
      <SectionPicture section={view} name={words.before} />
      <Sheets section={view} />
    </details>
  );
}
