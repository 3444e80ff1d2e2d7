import { type Day, daysBetween, type Timescale } from '@promise/kernel';

/** Where a milestone or a plan's step stands on a day. Worked out when asked, never stored. */
export type Status =
  | 'proposed'
  | 'on-plan'
  | 'due-soon'
  | 'overdue'
  | 'achieved'
  | 'withdrawn'
  | 'no-end'
  | 'part-done'
  | 'not-done'
  | 'result-not-recorded';

/** From so many days before its end on, a thing is due soon. */
const DUE_SOON_DAYS = 90;

interface MilestoneStanding {
  readonly lifecycle: 'proposed' | 'agreed' | 'started' | 'achieved' | 'withdrawn';
  readonly agreed: object | null;
  readonly planned: Timescale;
}

/** Only what a body agreed can be late: nobody is late for a date that nobody agreed. */
export function statusOfMilestone(milestone: MilestoneStanding, asAt: Day): Status {
  if (milestone.lifecycle === 'achieved' || milestone.lifecycle === 'withdrawn') return milestone.lifecycle;
  if (milestone.agreed === null) return 'proposed';
  return statusByDate(milestone.planned, asAt, 'overdue');
}

interface StepStanding {
  readonly timescale: Timescale | null;
  readonly result: { readonly result: 'done' | 'part-done' | 'not-done' | 'superseded' } | null;
}

const STATUS_OF_RESULT = {
  done: 'achieved',
  'part-done': 'part-done',
  'not-done': 'not-done',
  superseded: 'withdrawn',
} as const;

/** A step whose time has passed with nothing recorded is "result not recorded", never overdue. */
export function statusOfStep(step: StepStanding, asAt: Day): Status {
  if (step.result) return STATUS_OF_RESULT[step.result.result];
  if (!step.timescale) return 'no-end';
  return statusByDate(step.timescale, asAt, 'result-not-recorded');
}

function statusByDate(planned: Timescale, asAt: Day, past: Status): Status {
  if (planned.end === null) return 'no-end';
  const left = daysBetween(asAt, planned.end);
  if (left < 0) return past;
  return left <= DUE_SOON_DAYS ? 'due-soon' : 'on-plan';
}
