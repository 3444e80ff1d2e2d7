import type { Day } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import { statusOfMilestone } from '@promise/timeline';
import type { myWorkWords } from './words';

type Words = ReturnType<typeof myWorkWords>;

/** Milestones that wait for the same, and the forms that would help. */
export interface Waiting {
  readonly key: 'overdue' | 'dueSoon' | 'notTold' | 'noEvidence' | 'notAgreed';
  readonly milestones: readonly MilestoneView[];
  readonly actions: readonly (keyof Words['actions'])[];
}

/** What waits, the most pressing first; one milestone can wait for several things. */
export function waitingIn(milestones: readonly MilestoneView[], today: Day): readonly Waiting[] {
  const inStatus = (status: string): MilestoneView[] =>
    milestones.filter((each) => statusOfMilestone(each, today) === status).sort(byEnd);
  const open = milestones.filter(({ lifecycle }) => lifecycle !== 'achieved' && lifecycle !== 'withdrawn');
  const isNotTold = ({ moves }: MilestoneView): boolean =>
    moves.some(({ youngPeopleTold }) => youngPeopleTold.state === 'not-yet');
  return [
    {
      key: 'overdue',
      milestones: inStatus('overdue'),
      actions: ['achieve', 'revise-timescale', 'report-progress'],
    },
    { key: 'dueSoon', milestones: inStatus('due-soon'), actions: ['achieve', 'revise-timescale', 'report-progress'] },
    { key: 'notTold', milestones: milestones.filter(isNotTold), actions: ['tell'] },
    {
      key: 'noEvidence',
      milestones: open.filter(({ startedOn, evidence }) => startedOn !== null && evidence.length === 0),
      actions: ['attach-evidence'],
    },
    { key: 'notAgreed', milestones: inStatus('proposed'), actions: ['agree'] },
  ];
}

function byEnd(a: MilestoneView, b: MilestoneView): number {
  const [first, second] = [a.planned.end ?? '9999', b.planned.end ?? '9999'];
  return first < second ? -1 : Number(first > second);
}
