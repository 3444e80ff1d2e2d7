import type { Lane, Timeline } from '@promise/timeline';
import type { Page } from '../frame/page';
import { BackLink, CiteView, DayForm } from '../frame/parts';
import { dayCalledToday, linkTo, type View } from '../frame/view';
import { TimelineChips, TimelinePicture, TimelineTable, viewOf as pictureOf } from '../timeline-picture';
import { timelineWords } from '../timeline/words';
import { glossary } from '../words/glossary';

const words = timelineWords();

/**
 * One foundation: what it is about, and all that was said would be done for it.
 * @param timeline with this lane alone
 */
export function foundationPage(timeline: Timeline, lane: Lane, view: View, today: string): Page {
  const picture = pictureOf(timeline, { today: dayCalledToday(view, today), query: view.suffix });
  const meaning = glossary().find(({ key }) => key === lane.key)?.meaning;
  return {
    title: lane.title,
    here: 'timeline',
    wide: true,
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <BackLink href={linkTo(view, `/p/${timeline.partnership.id}`)}>{words.back}</BackLink>
        <h1>{lane.title}</h1>
        {meaning === undefined ? null : <p class="pt-lead">{meaning}</p>}
        <p>{words.doneOf(lane.counts.achieved, lane.counts.total)}</p>
        <TimelineChips view={picture} />
        <TimelinePicture view={picture} />
        <TimelineTable view={picture} />
        <DayForm view={view} />
        <CiteView view={view} />
      </>
    ),
  };
}
