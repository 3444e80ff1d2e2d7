import { addDays, type Day, daysBetween } from '@promise/kernel';
import type { MilestoneView, MoveView } from '@promise/milestones';
import { statusOfMilestone } from '@promise/timeline';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What a report says of a time, from the milestones as they stood on its last day. */
export interface ReportFacts {
  readonly done: readonly MilestoneView[];
  readonly moved: readonly { readonly milestone: MilestoneView; readonly move: MoveView }[];
  readonly stopped: readonly MilestoneView[];
  readonly added: readonly MilestoneView[];
  readonly overdue: readonly MilestoneView[];
  readonly due: readonly MilestoneView[];
  /** How far `due` looks ahead: as far as the report looks back. */
  readonly dueBy: Day;
}

export function factsOf(milestones: readonly MilestoneView[], { from, to }: Period): ReportFacts {
  const isIn = (day: Day | undefined): boolean => day !== undefined && from <= day && day <= to;
  const dueBy = addDays(to, daysBetween(from, to) + 1);
  const comes = ({ planned: { end } }: MilestoneView): boolean => end !== null && to <= end && end <= dueBy;
  const status = (milestone: MilestoneView): string => statusOfMilestone(milestone, to);
  return {
    done: milestones.filter(({ achieved }) => isIn(achieved?.on)),
    moved: milestones.flatMap((milestone) =>
      milestone.moves.filter((move) => isIn(move.effectiveOn)).map((move) => ({ milestone, move })),
    ),
    stopped: milestones.filter(({ withdrawn }) => isIn(withdrawn?.on)),
    added: milestones.filter(({ proposedOn }) => isIn(proposedOn)),
    overdue: milestones.filter((each) => status(each) === 'overdue'),
    due: milestones.filter((each) => ['on-plan', 'due-soon'].includes(status(each)) && comes(each)).sort(byEnd),
    dueBy,
  };
}

function byEnd(a: MilestoneView, b: MilestoneView): number {
  return (a.planned.end ?? '') < (b.planned.end ?? '') ? -1 : 1;
}
