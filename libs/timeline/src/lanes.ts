import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { type Counts, countsOf } from './counts';
import type { MilestoneEntry, StepEntry } from './entries';

/** One lane: milestones, and apart from them the steps that plans set out. */
export interface Lane {
  readonly key: string;
  readonly title: string;
  readonly counts: Counts;
  readonly milestones: readonly MilestoneEntry[];
  readonly steps: readonly StepEntry[];
}

/** The themes of all plans: lanes in order, and the lane that each priority stands in. */
export interface Themes {
  readonly lanes: readonly { readonly key: string; readonly title: string }[];
  readonly ofPriority: ReadonlyMap<string, string>;
}

/** What lies in no other lane. */
const UNMAPPED = 'unmapped';

const FOUNDATION_TITLES: Readonly<Record<string, string>> = {
  voice: 'Voice',
  family: 'Family',
  care: 'Care',
  people: 'People',
  scaffolding: 'Scaffolding',
  rights: 'Rights',
};

/** Five foundations and Rights, always all six; what serves none comes last, if there is any. */
export function lanesByFoundation(milestones: readonly MilestoneEntry[], steps: readonly StepEntry[]): Lane[] {
  const lanes = FOUNDATIONS_AND_RIGHTS.map((key) => ({ key, title: FOUNDATION_TITLES[key] ?? key }));
  return fill(lanes, milestones, steps, {
    milestone: (each) => each.foundation,
    step: (each) => each.foundation?.primary ?? UNMAPPED,
  });
}

/**
 * The plans' own themes, in the order of the plans. A milestone lies in the theme of the first priority that it cites.
 */
export function lanesByTheme(
  themes: Themes,
  milestones: readonly MilestoneEntry[],
  steps: readonly StepEntry[],
): Lane[] {
  return fill(themes.lanes, milestones, steps, {
    milestone: (each) => themes.ofPriority.get(each.priorities[0] ?? '') ?? UNMAPPED,
    step: (each) => each.theme?.key ?? UNMAPPED,
  });
}

interface LaneOf {
  readonly milestone: (entry: MilestoneEntry) => string;
  readonly step: (entry: StepEntry) => string;
}

function fill(
  lanes: readonly { readonly key: string; readonly title: string }[],
  milestones: readonly MilestoneEntry[],
  steps: readonly StepEntry[],
  laneOf: LaneOf,
): Lane[] {
  const filled = [...lanes, { key: UNMAPPED, title: 'Not mapped' }].map((lane) => {
    const own = milestones.filter((each) => laneOf.milestone(each) === lane.key);
    return {
      ...lane,
      counts: countsOf(own),
      milestones: own,
      steps: steps.filter((each) => laneOf.step(each) === lane.key),
    };
  });
  return filled.filter((lane) => lane.key !== UNMAPPED || lane.milestones.length + lane.steps.length > 0);
}
