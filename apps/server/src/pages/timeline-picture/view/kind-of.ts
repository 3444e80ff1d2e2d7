import type { MilestoneEntry, StepEntry } from '@promise/timeline';
import type { Kind } from './view';

const KIND_OF_STATUS = {
  achieved: 'done',
  'part-done': 'part-done',
  'not-done': 'not-done',
  withdrawn: 'stopped',
  proposed: 'proposed',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  'on-plan': 'on-plan',
  'no-end': 'no-end',
  'result-not-recorded': 'no-result',
} as const satisfies Record<MilestoneEntry['status'], Kind>;

/** A date that moved is told as such as long as the new date has not passed. */
export function kindOf({ status, moved }: Pick<MilestoneEntry | StepEntry, 'status' | 'moved'>): Kind {
  const kind = KIND_OF_STATUS[status];
  return moved && (kind === 'on-plan' || kind === 'due-soon') ? 'moved' : kind;
}
