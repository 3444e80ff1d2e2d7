import type { Timeline } from '@promise/timeline';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import { CiteView, DayForm } from '../frame/parts';
import { dayCalledToday, type View } from '../frame/view';
import { CountingFrom } from '../front/front.page';
import { messageOf } from '../front/message';
import { isRecordedYet, NotYetRecorded } from '../front/not-yet';
import { TimelineChips, TimelinePicture, TimelineTable, viewOf as pictureOf } from '../timeline-picture';
import { timelineWords } from './words';

const words = timelineWords();

/** The timeline on its own, on any day, for 5 or 10 years, by foundation or by the plans' own themes. */
export function timelinePage(timeline: Timeline, view: View, today: string): Page {
  const picture = pictureOf(timeline, { today: dayCalledToday(view, today), query: view.suffix });
  const title = timeline.horizon === 5 ? words.titleFive : words.title;
  return {
    title,
    here: 'timeline',
    wide: true,
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <h1>{title}</h1>
        {isRecordedYet(timeline) ? (
          messageOf(timeline).map((sentence) => <p key={sentence}>{sentence}</p>)
        ) : (
          <NotYetRecorded timeline={timeline} view={view} />
        )}
        <DayForm view={view}>
          <Choices timeline={timeline} />
        </DayForm>
        {isRecordedYet(timeline) ? (
          <>
            <TimelineChips view={picture} />
            <TimelinePicture view={picture} />
            <TimelineTable view={picture} />
          </>
        ) : null}
        <CountingFrom start={timeline.start} />
        <CiteView view={view} />
      </>
    ),
  };
}

function Choices({ timeline: { horizon, lanesBy } }: { readonly timeline: Timeline }): VNode {
  return (
    <>
      <div>
        <label for="horizon">{words.years}</label>
        <select id="horizon" name="horizon">
          <option value="5" selected={horizon === 5}>
            {words.five}
          </option>
          <option value="10" selected={horizon === 10}>
            {words.ten}
          </option>
        </select>
      </div>
      <div>
        <label for="lanes">{words.lanes}</label>
        <select id="lanes" name="lanes">
          <option value="foundation" selected={lanesBy === 'foundation'}>
            {words.foundation}
          </option>
          <option value="theme" selected={lanesBy === 'theme'}>
            {words.theme}
          </option>
        </select>
      </div>
    </>
  );
}
