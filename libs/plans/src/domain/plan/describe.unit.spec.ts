import { describePlanEvent, subjectOfPlanEvent } from './describe';
import { PLAN_EVENT_TYPES } from './events';
import { given, importing, planFile, reviewStep, stepDone, voicePriority } from './plan-scenario';

const history = given(
  importing(),
  stepDone,
  importing({
    period: '2019-2023',
    priorities: [{ ...voicePriority, title: 'Be listened to' }],
    steps: [{ ...reviewStep, title: 'Review all' }],
  }),
  importing({ priorities: [voicePriority, { ...voicePriority, key: 'other' }], steps: planFile.steps }),
  importing({ steps: planFile.steps }),
);

describe('a plan event in words', () => {
  it('has a sentence and a subject for every type', () => {
    expect(new Set(history.map(({ type }) => type))).toEqual(new Set(PLAN_EVENT_TYPES));
    for (const event of history) {
      expect(describePlanEvent(event)).toMatch(/^[A-Z].*“.+”.*\.$/);
      expect(subjectOfPlanEvent(event).id).toMatch(/^improvement-plan(\.[a-z-]+)?$/);
    }
  });

  it('tells a result with its day, its word and its evidence', () => {
    const result = history.find(({ type }) => type === 'PlanStepResultRecorded');
    expect(result && describePlanEvent(result)).toBe(
      'The step “Review the tools” was recorded as done on 2019-09-02, by the word of Chair of the group, with no evidence.',
    );
    expect(result && subjectOfPlanEvent(result)).toEqual({
      kind: 'step',
      id: 'improvement-plan.review',
      foundation: 'voice',
    });
  });
});
