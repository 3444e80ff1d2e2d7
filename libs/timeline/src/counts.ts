import type { MilestoneEntry } from './entries';
import type { Mark } from './marks';

/** How the milestones of one horizon stand. Plan steps are never counted here. */
export interface Counts {
  /** What was said would be done: all but what is only proposed or was withdrawn. */
  readonly total: number;
  readonly achieved: number;
  readonly onPlan: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly noEnd: number;
  /** Of those not achieved, how many had their date moved. */
  readonly moved: number;
  readonly proposed: number;
  readonly withdrawn: number;
}

/** The same against a mark. */
export interface CountsAgainstMark extends Counts {
  readonly mark: Mark;
  readonly achievedByMark: number;
  /** Not achieved, and planned for after the mark now. */
  readonly plannedAfterMark: number;
}

export function countsOf(milestones: readonly MilestoneEntry[]): Counts {
  const count = (status: MilestoneEntry['status']): number =>
    milestones.filter((each) => each.status === status).length;
  const proposed = count('proposed');
  const withdrawn = count('withdrawn');
  return {
    total: milestones.length - proposed - withdrawn,
    achieved: count('achieved'),
    onPlan: count('on-plan'),
    dueSoon: count('due-soon'),
    overdue: count('overdue'),
    noEnd: count('no-end'),
    moved: milestones.filter((each) => each.moved && isOpen(each)).length,
    proposed,
    withdrawn,
  };
}

export function countsAgainst(mark: Mark, milestones: readonly MilestoneEntry[]): CountsAgainstMark {
  const own = milestones.filter((each) => each.horizon === `${mark.years}-year`);
  return {
    mark,
    ...countsOf(own),
    achievedByMark: own.filter((each) => each.achieved !== null && each.achieved.on <= mark.date).length,
    plannedAfterMark: own.filter((each) => isOpen(each) && (each.planned.end ?? '') > mark.date).length,
  };
}

/** Agreed, and neither achieved nor withdrawn. */
function isOpen(milestone: MilestoneEntry): boolean {
  return !['achieved', 'withdrawn', 'proposed'].includes(milestone.status);
}
