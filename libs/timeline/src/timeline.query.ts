import { Injectable } from '@nestjs/common';
import { type Day, type Instant, londonDay } from '@promise/kernel';
import { MilestonesQuery, type MilestoneView } from '@promise/milestones';
import { PartnershipsQuery, type PartnershipView } from '@promise/partnerships';
import { PlansQuery, type TimelineStep } from '@promise/plans';
import type { Times } from '@promise/projections';
import { TrailQuery } from '@promise/trail';
import { dayInWords } from './compare/words';
import { countsAgainst, type CountsAgainstMark } from './counts';
import { milestoneEntry, type StepEntry, stepEntry } from './entries';
import { type Lane, lanesByFoundation, lanesByTheme, type Themes } from './lanes';
import { type Mark, marksOf } from './marks';
import { messageOf } from './message';

export interface TimelineWanted {
  readonly horizon: 5 | 10;
  readonly lanes: 'foundation' | 'theme';
}

/** What a partnership said it would do and what came of it, on one page. */
export interface Timeline {
  /** `invented`: made up to show the tracker, as every page that shows it has to say. */
  readonly partnership: { readonly id: string; readonly name: string; readonly invented: boolean };
  readonly horizon: 5 | 10;
  readonly lanesBy: 'foundation' | 'theme';
  readonly asAt: Day;
  readonly knownAt: Instant;
  /** When the tracker was first told anything of this partnership, and how many records it had by `knownAt`. */
  readonly recordedSince: Instant | null;
  readonly recordNumber: number;
  /** Said where nothing had been recorded yet by `knownAt`. */
  readonly note?: string;
  readonly message: string;
  readonly start: PartnershipView['promiseStart'];
  readonly marks?: readonly Mark[];
  /** Marks that counted before the start was moved. */
  readonly earlierMarks?: readonly Mark[];
  readonly counts?: { readonly fiveYear: CountsAgainstMark; readonly tenYear: CountsAgainstMark };
  readonly lanes: readonly Lane[];
}

/** Joins milestones, plan steps and the partnership's start into one timeline. */
@Injectable()
export class TimelineQuery {
  constructor(
    private readonly partnerships: PartnershipsQuery,
    private readonly milestones: MilestonesQuery,
    private readonly plans: PlansQuery,
    private readonly trail: TrailQuery,
  ) {}

  /** @returns null when the partnership is not known at all */
  async read(partnership: string, wanted: TimelineWanted, times: Times): Promise<Timeline | null> {
    const recordedSince = await this.trail.recordedSince(partnership);
    if (recordedSince === null) return null;
    const [known, invented, views, steps, themes, recordNumber] = await Promise.all([
      this.partnerships.one(partnership, times),
      this.partnerships.isInvented(partnership),
      this.milestones.all(partnership, times),
      this.plans.allSteps(partnership, times),
      wanted.lanes === 'theme' ? this.themes(partnership, times) : null,
      this.trail.lastNumber(partnership, times.knownAt),
    ]);
    const { name, start, promised } = saidOf(partnership, known);
    const against = againstMarks(start, views, wanted, times);
    const milestones = ofHorizon(views, wanted.horizon).map((view) => milestoneEntry(view, times.asAt));
    const drawn = stepsUpTo(against.lastDay, steps, start, times);
    return {
      partnership: { id: partnership, name, invented },
      horizon: wanted.horizon,
      lanesBy: wanted.lanes,
      ...times,
      recordedSince,
      recordNumber,
      ...(times.knownAt < recordedSince ? { note: notYet(recordedSince) } : {}),
      message: messageOf({
        partnershipName: name,
        milestonesPromised: promised,
        recorded: views.length,
        counts: against.wanted,
      }),
      start,
      ...(start ? { marks: against.marks, earlierMarks: earlierMarks(known) } : {}),
      ...(against.counts ? { counts: against.counts } : {}),
      lanes: themes ? lanesByTheme(themes, milestones, drawn) : lanesByFoundation(milestones, drawn),
    };
  }

  private async themes(partnership: string, times: Times): Promise<Themes> {
    const plans = await this.plans.list(partnership, times);
    const lanes = plans.flatMap((plan) => plan.themes.map(({ key, title }) => ({ key: `${plan.id}.${key}`, title })));
    const ofPriority = new Map<string, string>();
    for (const plan of plans) {
      const { items } = await this.plans.priorities(partnership, plan.id, times, { limit: Number.MAX_SAFE_INTEGER });
      for (const { id, theme } of items) ofPriority.set(id, `${plan.id}.${theme.key}`);
    }
    return { lanes, ofPriority };
  }
}

/** The first 5 years show what belongs to their mark; the 10 years show everything. */
function ofHorizon(views: readonly MilestoneView[], horizon: 5 | 10): MilestoneView[] {
  if (horizon === 10) return [...views];
  const byId = new Map(views.map((view) => [view.id, view]));
  return views.filter((view) => rootHorizon(view, byId) === '5-year');
}

function rootHorizon(view: MilestoneView, byId: ReadonlyMap<string, MilestoneView>): string {
  const seen = new Set<string>();
  let each = view;
  while (each.parent !== null && !seen.has(each.id)) {
    seen.add(each.id);
    const parent = byId.get(each.parent);
    if (!parent) break;
    each = parent;
  }
  return each.horizon;
}

/** What the partnership says of itself at those times; its id stands for its name before it was registered. */
function saidOf(
  partnership: string,
  known: PartnershipView | null,
): { name: string; start: PartnershipView['promiseStart']; promised: string | null } {
  if (!known) return { name: partnership, start: null, promised: null };
  return { name: known.name, start: known.promiseStart, promised: known.milestonesPromised?.text ?? null };
}

/** The marks that the start gives, and how all milestones stand against them. */
function againstMarks(
  start: PartnershipView['promiseStart'],
  views: readonly MilestoneView[],
  { horizon }: TimelineWanted,
  { asAt }: Times,
): { marks: Mark[]; lastDay: Day | null; counts: Timeline['counts'] | null; wanted: CountsAgainstMark | null } {
  if (!start) return { marks: [], lastDay: null, counts: null, wanted: null };
  const marks = marksOf(start.timescale);
  const all = views.map((view) => milestoneEntry(view, asAt));
  const [fiveYear, tenYear] = marks.map((mark) => countsAgainst(mark, all));
  if (!fiveYear || !tenYear) throw new TypeError('a start gives two marks');
  const wanted = horizon === 5 ? fiveYear : tenYear;
  return { marks, lastDay: wanted.mark.date, counts: { fiveYear, tenYear }, wanted };
}

/** The steps that plans set out for the years up to a day. */
function stepsUpTo(
  lastDay: Day | null,
  steps: readonly TimelineStep[],
  start: PartnershipView['promiseStart'],
  { asAt }: Times,
): StepEntry[] {
  return steps
    .map((step) => stepEntry(step, asAt, start?.timescale.start ?? null))
    .filter((step) => lastDay === null || (step.planned?.start ?? '') <= lastDay);
}

function earlierMarks(partnership: PartnershipView | null): Mark[] {
  return (partnership?.earlierStarts ?? []).flatMap((start) => marksOf(start.timescale));
}

function notYet(recordedSince: Instant): string {
  const day = dayInWords(londonDay(recordedSince));
  return (
    `Recorded here since ${day}: on the day you ask about nothing had been recorded yet. ` +
    'Leave out knownAt to see how it was on that day as far as is known now.'
  );
}
