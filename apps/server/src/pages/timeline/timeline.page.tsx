import type { Timeline } from '@promise/timeline';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { CiteView, DayForm, daysSpelt } from '../frame/parts';
import type { View } from '../frame/view';
import { CountingFrom } from '../front/front.page';
import { TimelineChips, TimelinePicture, TimelineTable, viewOf as pictureOf } from '../timeline-picture';
import { timelineWords } from './words';

const words = timelineWords();

/** The timeline on its own, on any day, for 5 or 10 years, by foundation or by the plans' own themes. */
export function timelinePage(timeline: Timeline, view: View, today: string): Page {
  const picture = pictureOf(timeline, { today, query: view.suffix });
  const title = timeline.horizon === 5 ? words.titleFive : words.title;
  return {
    title,
    here: 'timeline',
    wide: true,
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <h1>{title}</h1>
        <p class="pt-lead">{timeline.message}</p>
        {timeline.note === undefined ? null : <p>{daysSpelt(timeline.note, dayInWords)}</p>}
        <DayForm view={view}>
          <Choices timeline={timeline} />
        </DayForm>
        <TimelineChips view={picture} />
        <TimelinePicture view={picture} />
        <TimelineTable view={picture} />
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
