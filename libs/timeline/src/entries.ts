import type { Day, Timescale } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import type { StepView, TimelineStep } from '@promise/plans';
import { type Status, statusOfMilestone, statusOfStep } from './status';

/** When, in the words of those who said it and as the interval they mean (days included; null: open). */
export interface When {
  readonly words: string;
  readonly start: Day | null;
  readonly end: Day | null;
}

/** A milestone as a timeline shows it. */
export interface MilestoneEntry {
  readonly id: string;
  readonly title: string;
  readonly foundation: string;
  readonly alsoServes: readonly string[];
  readonly horizon: MilestoneView['horizon'];
  readonly parent: string | null;
  readonly priorities: readonly string[];
  readonly leads: readonly string[];
  readonly status: Status;
  /** Whether its date was ever moved. */
  readonly moved: boolean;
  readonly agreed: MilestoneView['agreed'];
  readonly startedOn: Day | null;
  readonly firstPlanned: When;
  readonly planned: When;
  readonly achieved: { readonly on: Day; readonly differenceMade: string } | null;
  readonly withdrawn: MilestoneView['withdrawn'];
  readonly moves: readonly MoveEntry[];
  readonly evidence: number;
}

/** One move of a date: from where to where, why, by whose decision, and whether young people were told. */
export interface MoveEntry {
  readonly event: string;
  readonly from: When;
  readonly to: When;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
  readonly youngPeopleTold: MilestoneView['moves'][number]['youngPeopleTold'];
  readonly effectiveOn: Day;
  readonly recordedAt: string;
}

/** A dated task of a plan: drawn as what was planned, never counted with milestones. */
export interface StepEntry {
  readonly id: string;
  readonly plan: { readonly id: string; readonly title: string };
  /** The plan's own heading that it stands under. */
  readonly theme: { readonly key: string; readonly title: string } | null;
  readonly priority: string;
  /** Null while the priority is not in force on the day asked for. */
  readonly priorityTitle: string | null;
  readonly title: string;
  readonly leads: readonly string[];
  readonly status: Status;
  readonly moved: boolean;
  readonly firstPlanned: When | null;
  readonly planned: When | null;
  readonly moves: readonly StepMoveEntry[];
  readonly result: StepView['result'];
  /** Which foundation its priority serves, by whose reading and why. */
  readonly foundation: TimelineStep['foundation'];
  readonly citation: StepView['citation'];
  /** Our reading of a row that does not fit one to one. */
  readonly reading: StepView['reading'];
  /** It ended before the Promise work began. */
  readonly beforeStart: boolean;
}

/** A later reading of the plan that gave the step another timescale. */
export interface StepMoveEntry {
  readonly from: When | null;
  readonly to: When | null;
  readonly kind: 'amended' | 'corrected';
  readonly effectiveOn: Day;
  readonly recordedAt: string;
}

export function milestoneEntry(view: MilestoneView, asAt: Day): MilestoneEntry {
  const { id, title, foundation, alsoServes, horizon, parent, priorities, leads, agreed, startedOn, withdrawn } = view;
  return {
    ...{ id, title, foundation, alsoServes, horizon, parent, priorities, leads, agreed, startedOn, withdrawn },
    status: statusOfMilestone(view, asAt),
    moved: view.moves.length > 0,
    firstPlanned: whenOf(view.firstPlanned),
    planned: whenOf(view.planned),
    achieved: view.achieved && { on: view.achieved.on, differenceMade: view.achieved.differenceMade },
    moves: view.moves.map((move) => ({ ...move, from: whenOf(move.from), to: whenOf(move.to) })),
    evidence: view.evidence.length,
  };
}

export function stepEntry(view: TimelineStep, asAt: Day, start: Day | null): StepEntry {
  const { id, priority, priorityTitle, title, leads, result, foundation, citation, reading, theme, restatements } =
    view;
  const end = view.timescale?.end ?? null;
  return {
    ...{ id, priority, priorityTitle, title, leads, result, foundation, citation, reading },
    plan: { id: view.planKey, title: view.planTitle ?? view.planKey },
    theme: theme && { key: `${view.planKey}.${theme.key}`, title: theme.title ?? theme.key },
    status: statusOfStep(view, asAt),
    moved: hasMoved(view),
    firstPlanned: view.firstTimescale && whenOf(view.firstTimescale),
    planned: view.timescale && whenOf(view.timescale),
    moves: restatements.map((move) => ({
      ...move,
      from: move.from && whenOf(move.from),
      to: move.to && whenOf(move.to),
    })),
    beforeStart: start !== null && end !== null && end < start,
  };
}

/** Whether the partnership gave the step another date; a corrected reading of the plan moves nothing. */
export function hasMoved({ restatements }: Pick<TimelineStep, 'restatements'>): boolean {
  return restatements.some(({ kind }) => kind === 'amended');
}

export function whenOf({ words, start, end }: Timescale): When {
  return { words, start, end };
}
