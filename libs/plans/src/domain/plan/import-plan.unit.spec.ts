import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldPlan } from './state';
import { previewImport } from './import-outcome';
import type { PlanFile, PlanStep } from './plan-file';
import { faultsOf, given, importing, planFile, reviewStep, stepDone, voicePriority, when } from './plan-scenario';

const agreeStep: PlanStep = { ...reviewStep, key: 'agree', title: 'Agree the tools', timescale: 'April 2020 onwards' };
const types = (events: readonly { type: string }[]): string[] => events.map(({ type }) => type);
const preview = (history: ReturnType<typeof given>, changes: Partial<PlanFile>) =>
  previewImport(foldPlan(history), { ...planFile, ...changes });

describe('importing a plan', () => {
  it('states the plan and every line, each effective from the day it is in force', () => {
    const events = when([], importing());
    expect(types(events)).toEqual(['PlanPublished', 'PriorityStated', 'PlanStepStated', 'PlanStepStated']);
    expect(events.map(({ effectiveOn }) => effectiveOn)).toEqual(Array(4).fill('2019-04-01'));
    expect(events[2]?.payload).toMatchObject({
      title: { personal: 'Review the tools' },
      leads: [{ personal: 'TNT' }, { personal: 'Chair LACYPG' }],
      timescale: { words: 'August 2019', start: '2019-08-01', end: '2019-08-31' },
      foundation: 'voice',
    });
  });

  it('leaves no free text in clear', () => {
    const inClear = JSON.stringify(when([], importing()).map(({ payload }) => payload)).replace(
      /\{"personal":"[^"]*"\}/g,
      'sealed',
    );
    expect(inClear).not.toMatch(
      /Be heard|Review|TNT|Chair|More say|about being heard|Row 1|Improvement|partnership|printed/,
    );
  });

  it('changes nothing the second time', () => {
    expect(when(given(importing()), importing())).toEqual([]);
  });

  it('changes nothing where the stored text was erased', () => {
    const history = given(importing()).map((event) =>
      event.type === 'PlanStepStated'
        ? { ...event, payload: { ...event.payload, title: { erased: true as const } } }
        : event,
    );
    expect(when(history, importing())).toEqual([]);
  });

  it('restates a changed line and nothing else', () => {
    const changed = { steps: [{ ...reviewStep, title: 'Review all tools' }, agreeStep] };
    const events = when(given(importing()), importing(changed));
    expect(types(events)).toEqual(['PlanStepRestated']);
    expect(preview(given(importing()), changed)).toEqual({
      changes: [
        {
          change: 'restated',
          subject: 'step',
          id: 'improvement-plan.review',
          fields: [{ field: 'title', from: 'Review the tools', to: 'Review all tools' }],
          sentence: 'The step “Review all tools” changes: title (from “Review the tools” to “Review all tools”).',
        },
      ],
      kept: [],
    });
  });

  it('restates a changed priority, a changed plan and a changed day of force', () => {
    const history = given(importing());
    const mapped = { ...voicePriority, foundation: { ...voicePriority.foundation, primary: 'care' as const } };
    expect(types(when(history, importing({ priorities: [mapped] })))).toEqual(['PriorityRestated']);
    expect(types(when(history, importing({ period: '2019-2023' })))).toEqual(['PlanRestated']);
    const later = [{ ...reviewStep, inForceFrom: '2020-04-01' }, agreeStep];
    expect(when(history, importing({ steps: later }))).toMatchObject([
      { type: 'PlanStepRestated', effectiveOn: '2020-04-01' },
    ]);
  });

  it('states a line that comes in between without touching the others', () => {
    const between = { ...reviewStep, key: 'discuss', title: 'Discuss' };
    const events = when(given(importing()), importing({ steps: [reviewStep, between, agreeStep] }));
    expect(events).toMatchObject([{ type: 'PlanStepStated', payload: { key: 'discuss', ordinal: 1.5 } }]);
  });

  it('takes back a line that vanished, from the first day it was in force', () => {
    const later = { ...agreeStep, title: 'Agree all tools', inForceFrom: '2020-04-01' };
    const history = given(importing(), importing({ steps: [reviewStep, later] }));
    expect(when(history, importing({ steps: [reviewStep] }))).toMatchObject([
      { type: 'PlanStepRetracted', effectiveOn: '2019-04-01', payload: { key: 'agree' } },
    ]);
    expect(types(when(history, importing({ priorities: [], steps: [] })))).toEqual([
      'PriorityRetracted',
      'PlanStepRetracted',
      'PlanStepRetracted',
    ]);
  });

  it('states a line again that comes back', () => {
    const history = given(importing(), importing({ steps: [reviewStep] }));
    expect(types(when(history, importing()))).toEqual(['PlanStepStated']);
  });
});

describe('what a person recorded', () => {
  it('keeps a step with a result when it vanishes from the file, and its priority with it', () => {
    const history = given(importing(), stepDone);
    expect(types(when(history, importing({ priorities: [], steps: [] })))).toEqual(['PlanStepRetracted']);
    expect(preview(history, { priorities: [], steps: [] }).kept).toEqual([
      {
        subject: 'priority',
        id: 'improvement-plan.be-heard',
        reason: 'The priority “Be heard” is no longer in the file, but a step below it is kept.',
      },
      {
        subject: 'step',
        id: 'improvement-plan.review',
        reason: 'The step “Review the tools” is no longer in the file, but a person has recorded what came of it.',
      },
    ]);
  });

  it('keeps a step with a result as it is when the file gives another timescale', () => {
    const history = given(importing(), stepDone);
    const steps = [{ ...reviewStep, timescale: 'September 2019' }, agreeStep];
    expect(when(history, importing({ steps }))).toEqual([]);
    expect(preview(history, { steps }).kept).toMatchObject([{ id: 'improvement-plan.review' }]);
  });

  it('still restates other fields of a step with a result', () => {
    const steps = [{ ...reviewStep, title: 'Review all tools' }, agreeStep];
    expect(types(when(given(importing(), stepDone), importing({ steps })))).toEqual(['PlanStepRestated']);
  });

  it('is still known after the step was restated', () => {
    const steps = [{ ...reviewStep, title: 'Review all tools' }, agreeStep];
    const history = given(importing(), stepDone, importing({ steps }));
    expect(when(history, importing({ steps: [agreeStep] }))).toEqual([]);
  });
});

describe('a wrong file', () => {
  it('is refused with every fault', () => {
    const wrong = importing({
      inForceFrom: '2019-02-30',
      priorities: [voicePriority, { ...voicePriority, theme: 'home' }],
      steps: [{ ...reviewStep, priority: 'unheard', timescale: 'soonish' }],
    });
    expect(faultsOf(() => when([], wrong))).toEqual([
      'priorities[1].key: unique-key',
      'priorities[1].theme: known-theme',
      'steps[0].priority: known-priority',
      'inForceFrom: real-day',
      'steps[0].timescale: readable-timescale',
    ]);
  });
});

describe('the plans of the repository', () => {
  it.each([
    ['north-lanarkshire/childrens-services-plan-2021-23', 30],
    ['north-lanarkshire/corporate-parenting-improvement-plan-2019-22', 21],
    ['south-lanarkshire/childrens-services-plan-2021-23', 20],
  ])('%s is taken whole, and not a second time', (path, priorities) => {
    const text = readFileSync(join(__dirname, '../../../../../plans', `${path}.json`), 'utf8');
    const command = { type: 'ImportPlan', file: JSON.parse(text) as PlanFile } as const;
    const history = given(command);
    expect(types(history).filter((type) => type === 'PriorityStated')).toHaveLength(priorities);
    expect(when(history, command)).toEqual([]);
  });
});
