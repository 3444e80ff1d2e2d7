import { describeTimescale } from '@promise/kernel';
import type { ThemeView } from '@promise/partnerships';
import type { Timeline } from '@promise/timeline';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { CiteView } from '../frame/parts';
import { dayCalledToday, linkTo, type View } from '../frame/view';
import { TimelineChips, TimelinePicture, TimelineTable, viewOf as pictureOf } from '../timeline-picture';
import { messageOf } from './message';
import { OwnThemes } from './own-themes';
import { isRecordedYet, NotYetRecorded } from './not-yet';
import { frontWords } from './words';

const words = frontWords();

/**
 * How the partnership is doing: the message in words first, then the picture and its equal table.
 * @param themes the partnership's own
 * @param mayCompare whether who looks may see what changed between two days
 */
export function frontPage(
  timeline: Timeline,
  themes: readonly ThemeView[],
  view: View,
  today: string,
  mayCompare: boolean,
): Page {
  const picture = pictureOf(timeline, { today: dayCalledToday(view, today), query: view.suffix });
  return {
    title: words.title,
    here: 'front',
    wide: true,
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <h1>{words.title}</h1>
        {isRecordedYet(timeline) ? (
          <>
            <Message timeline={timeline} />
            <TimelineChips view={picture} />
            <TimelinePicture view={picture} />
            <TimelineTable view={picture} />
          </>
        ) : (
          <NotYetRecorded timeline={timeline} view={view} />
        )}
        <More timeline={timeline} view={view} mayCompare={mayCompare} />
        <OwnThemes themes={themes} />
        <CountingFrom start={timeline.start} />
        <CiteView view={view} />
      </>
    ),
  };
}

function Message({ timeline }: { readonly timeline: Timeline }): VNode {
  const { lanes } = timeline;
  const milestones = lanes.reduce((sum, lane) => sum + lane.milestones.length, 0);
  const steps = lanes.reduce((sum, lane) => sum + lane.steps.length, 0);
  return (
    <>
      {messageOf(timeline).map((sentence) => (
        <p key={sentence} class="pt-lead">
          {sentence}
        </p>
      ))}
      {milestones === 0 ? <p>{steps > 0 ? words.stepsOnly(steps) : words.nothing}</p> : null}
    </>
  );
}

/** From when the years count, and on whose word. */
export function CountingFrom({ start }: Pick<Timeline, 'start'>): VNode {
  if (!start) return <p class="pt-quiet">{words.noStart}</p>;
  const { timescale, standing, decidedBy, decidedOn, reason } = start;
  return (
    <p class="pt-quiet">
      {words.counting(describeTimescale(timescale).replace(/^(in|on) /, ''))}{' '}
      {standing === 'our-reading' || !decidedBy || !decidedOn
        ? words.ourReading
        : words.decided(decidedBy, dayInWords(decidedOn))}{' '}
      {reason}
    </p>
  );
}

interface MoreProps {
  readonly timeline: Timeline;
  readonly view: View;
  readonly mayCompare: boolean;
}

function More({ timeline, view, mayCompare }: MoreProps): VNode {
  const base = `/p/${timeline.partnership.id}`;
  const links = [
    { href: linkTo(view, `${base}/timeline`), text: words.timeline, why: words.timelineWhy },
    ...(mayCompare ? [{ href: `${base}/compare`, text: words.compare, why: words.compareWhy }] : []),
    { href: linkTo(view, `${base}/plans`), text: words.plans, why: words.plansWhy },
  ];
  return (
    <section class="pt-no-print" aria-labelledby="more">
      <h2 id="more">{words.more}</h2>
      <ul class="pt-cards">
        {links.map(({ href, text, why }) => (
          <li key={href}>
            <h3>
              <a href={href}>{text}</a>
            </h3>
            <p>{why}</p>
          </li>
        ))}
      </ul>
      <h3>{words.foundations}</h3>
      <ul class="pt-chips">
        {timeline.lanes
          .filter(({ key }) => key !== 'unmapped')
          .map(({ key, title }) => (
            <li key={key}>
              <a href={linkTo(view, `${base}/foundations/${key}`)}>{title}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}
