import { type Day, londonDay } from '@promise/kernel';
import type { Lane, Mark, Timeline } from '@promise/timeline';
import { dayInWords } from '../../frame/dates';
import { chipWords } from '../words';
import type { Around } from './around';
import { endOf } from './days-in-words';
import { laneOf, sectionOf } from './section-of';
import { KINDS, type Section, type TimelineView, type Upright } from './view';

interface Options {
  /** The day it really is; the day of `knownAt` where it is not said. */
  readonly today?: Day;
  /** Put behind every link, so that a day that was asked for stays: `?asAt=2024-05-05`. */
  readonly query?: string;
}

/** All that the timeline's picture, table and cards say. */
export function viewOf(timeline: Timeline, { today, query = '' }: Options = {}): TimelineView {
  const { asAt, lanes, partnership } = timeline;
  const around: Around = { asAt, base: `/p/${partnership.id}`, query };
  const now = todayOf(asAt, today ?? londonDay(timeline.knownAt));
  const main = mainSection(timeline, now, around);
  const { axis } = main;
  return {
    years: axis ? yearsOf(axis.start, axis.end) : '',
    today: now,
    main,
    before: beforeSection(lanes, around),
    chips: chipsOf(main),
  };
}

function mainSection(timeline: Timeline, now: Upright, around: Around): Section {
  const { marks = [], earlierMarks = [], horizon, lanes } = timeline;
  const shown = marks.filter(({ years }) => years <= horizon);
  const start = timeline.start?.timescale.start ?? null;
  const fifth = marks.find(({ years }) => years === 5);
  return sectionOf(
    lanes.map((lane) => laneOf(lane, (step) => !step.beforeStart, around)),
    {
      key: 'main',
      days: [...(start === null ? [] : [start]), ...shown.map(({ date }) => date), now.day],
      uprights: [
        ...shown.map((mark) => uprightOf(mark, 'mark')),
        ...earlierMarks.filter(({ years }) => years <= horizon).map((mark) => uprightOf(mark, 'earlier-mark')),
        now,
      ],
      tint: start !== null && fifth ? { from: start, to: fifth.date } : null,
    },
  );
}

/** What had ended before the work began; lanes without any are left out. */
function beforeSection(lanes: readonly Lane[], around: Around): Section | null {
  const filled = lanes
    .map((lane) => ({ ...lane, milestones: [], steps: lane.steps.filter((step) => step.beforeStart) }))
    .filter(({ steps }) => steps.length > 0)
    .map((lane) => ({ ...laneOf(lane, () => true, around), done: '' }));
  if (filled.length === 0) return null;
  return sectionOf(filled, { key: 'before', days: [], uprights: [], tint: null });
}

function uprightOf({ years, date }: Mark, kind: 'mark' | 'earlier-mark'): Upright {
  const label = `${years} years · ${endOf(date)}`;
  return { kind, day: date, label: kind === 'mark' ? label : `${label}, as first counted` };
}

function todayOf(asAt: Day, today: Day): Upright {
  const label = asAt === today ? `Today · ${dayInWords(asAt)}` : dayInWords(asAt);
  return { kind: 'today', day: asAt, label };
}

function yearsOf(start: Day, end: Day): string {
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}

function chipsOf({ lanes }: Section): TimelineView['chips'] {
  const kinds = lanes.flatMap(({ items }) => items.filter(({ counted }) => counted).map(({ kind }) => kind));
  return KINDS.map((kind) => ({
    kind,
    count: kinds.filter((each) => each === kind).length,
    words: chipWords()[kind],
  })).filter(({ count }) => count > 0);
}
