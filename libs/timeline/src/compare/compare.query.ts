import { Injectable } from '@nestjs/common';
import { type Day, endOfLondonDay, londonDay } from '@promise/kernel';
import { MilestonesQuery } from '@promise/milestones';
import { PartnershipsQuery, type PartnershipView } from '@promise/partnerships';
import { PlansQuery } from '@promise/plans';
import type { Times } from '@promise/projections';
import { TrailQuery } from '@promise/trail';
import type { Difference } from './difference';
import { milestoneDifferences } from './milestones';
import { startDifference } from './promise-start';
import { stepDifferences } from './steps';
import { dayInWords } from './words';

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
      ...startDifference(partnership, before.partnership, after.partnership),
      ...milestoneDifferences(before, after),
      ...stepDifferences(before, after),
    ];
    const nothingYet = recordedSince !== null && endOfLondonDay(from) < recordedSince;
    return {
      from,
      to,
      ...(nothingYet
        ? {
            note: `Recorded here since ${dayInWords(londonDay(recordedSince))}: nothing stood here on ${dayInWords(from)}.`,
          }
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
