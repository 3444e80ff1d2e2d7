import { Injectable } from '@nestjs/common';
import { canonicalJson, type Day, endOfLondonDay } from '@promise/kernel';
import { MilestonesQuery } from '@promise/milestones';
import { PartnershipsQuery, type PartnershipView } from '@promise/partnerships';
import { PlansQuery } from '@promise/plans';
import type { Times } from '@promise/projections';
import { TrailQuery } from '@promise/trail';
import { marksOf } from '../marks';
import type { Difference } from './difference';
import { milestoneDifferences } from './milestones';
import { stepDifferences } from './steps';

/** What changed between two days, each as it stood then. */
export interface Comparison {
  readonly from: Day;
  readonly to: Day;
  /** Said where nothing had been recorded yet on the first day. */
  readonly note?: string;
  readonly sentences: readonly string[];
  readonly differences: readonly Difference[];
}

/** Compares two days as they stood: by what was so and by what was recorded until the end of each. */
@Injectable()
export class CompareQuery {
  constructor(
    private readonly partnerships: PartnershipsQuery,
    private readonly milestones: MilestonesQuery,
    private readonly plans: PlansQuery,
    private readonly trail: TrailQuery,
  ) {}

  async read(partnership: string, from: Day, to: Day): Promise<Comparison> {
    const [before, after, recordedSince] = await Promise.all([
      this.standing(partnership, from),
      this.standing(partnership, to),
      this.trail.recordedSince(partnership),
    ]);
    const differences = [
      ...startDifference(before.partnership, after.partnership),
      ...milestoneDifferences(before, after),
      ...stepDifferences(before, after),
    ];
    const nothingYet = recordedSince !== null && endOfLondonDay(from) < recordedSince;
    return {
      from,
      to,
      ...(nothingYet
        ? { note: `Recorded here since ${recordedSince.slice(0, 10)}: nothing stood here on ${from}.` }
        : {}),
      sentences: differences.map((difference) => difference.sentence),
      differences,
    };
  }

  private async standing(partnership: string, day: Day): Promise<Standing> {
    const times: Times = { asAt: day, knownAt: endOfLondonDay(day) };
    const [known, milestones, steps] = await Promise.all([
      this.partnerships.one(partnership, times),
      this.milestones.all(partnership, times),
      this.plans.allSteps(partnership, times),
    ]);
    return { day, partnership: known, milestones, steps };
  }
}

interface Standing {
  readonly day: Day;
  readonly partnership: PartnershipView | null;
  readonly milestones: Awaited<ReturnType<MilestonesQuery['all']>>;
  readonly steps: Awaited<ReturnType<PlansQuery['allSteps']>>;
}

function startDifference(before: PartnershipView | null, after: PartnershipView | null): Difference[] {
  const [was, is] = [before?.promiseStart ?? null, after?.promiseStart ?? null];
  if (canonicalJson(was?.timescale ?? null) === canonicalJson(is?.timescale ?? null) || !is) return [];
  const marks = marksOf(is.timescale)
    .map((mark) => `${mark.years}-year mark ${mark.words}`)
    .join(', ');
  const by = is.standing === 'decided' ? `decided by ${is.decidedBy ?? 'a body not named'}` : 'our reading';
  const sentence = was
    ? `The start of the Promise work went from ${was.timescale.words} to ${is.timescale.words} (${by}): ${marks}.`
    : `The start of the Promise work was set to ${is.timescale.words} (${by}): ${marks}.`;
  const changes = [{ field: 'timescale', from: was?.timescale ?? null, to: is.timescale, sentence }];
  const change = was ? 'changed' : 'added';
  return [
    {
      kind: 'promise-start',
      id: after?.partnership ?? '',
      title: 'Start of the Promise work',
      change,
      changes,
      sentence,
    },
  ];
}
