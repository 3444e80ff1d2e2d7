import { testDatabase, type TestDatabase } from '@promise/testing';
import { DataSource } from 'typeorm';
import type { RecordedEvent } from '@promise/kernel';
import type { PlanCommand } from '../../domain/plan/commands';
import type { PlanEvent } from '../../domain/plan/events';
import {
  importing,
  planFile,
  recorded,
  reviewStep,
  stepDone,
  voicePriority,
  when,
} from '../../domain/plan/plan-scenario';
import { plansProjection } from './projection';
import { PlansQuery } from './query';

const NL = 'north-lanarkshire';
const PLAN = 'improvement-plan';
const dropped = { ...voicePriority, key: 'be-quiet' };
const agreeStep = { ...reviewStep, key: 'agree', title: 'Agree the tools', timescale: 'April 2020 onwards' };
const later = { ...reviewStep, title: 'Review all tools', timescale: 'March 2021', inForceFrom: '2020-04-01' };

/** What was recorded, one command a day from 1 March 2026. */
const COMMANDS: readonly PlanCommand[] = [
  importing({ priorities: [voicePriority, dropped] }),
  importing({ steps: [later, agreeStep] }),
  { ...stepDone, result: 'part-done', when: '2021-04-01' },
  { ...stepDone, result: 'done', when: '2021-06-01' },
  { ...stepDone, result: 'not-done', when: '2021-05-01' },
  importing({ steps: [later], priorities: [{ ...voicePriority, title: 'Be listened to' }] }),
];
const on = (day: number): string => `2026-03-0${day}T10:00:00.000Z`;
const at = (asAt: string, day = 9): { asAt: string; knownAt: string } => ({ asAt, knownAt: on(day) });

function history(): RecordedEvent<PlanEvent>[] {
  const events: RecordedEvent<PlanEvent>[] = [];
  COMMANDS.forEach((command, n) => {
    const dated = when(events, command).map((event) =>
      command.type === 'RecordStepResult' ? { ...event, effectiveOn: command.when } : event,
    );
    events.push(...recorded(dated, on(n + 1), events.length));
  });
  return events;
}

let database: TestDatabase;
let source: DataSource;
let plans: PlansQuery;

async function freshSource(schema: string): Promise<DataSource> {
  const bare = new DataSource({ type: 'postgres', url: database.url });
  await bare.initialize();
  await bare.query(`CREATE SCHEMA ${schema}`);
  await bare.destroy();
  const entities = [...plansProjection.entities];
  return new DataSource({ type: 'postgres', url: database.url, schema, entities, synchronize: true }).initialize();
}

beforeAll(async () => {
  database = await testDatabase();
  source = await freshSource('read');
  plans = new PlansQuery(source);
  await source.transaction((manager) => plansProjection.apply(history(), manager));
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('plans', () => {
  it('are there from the day they are in force, once they are recorded', async () => {
    await expect(plans.list(NL, at('2019-04-01'))).resolves.toMatchObject([
      { id: PLAN, title: 'Improvement plan', period: '2019-2022', themes: [{ key: 'listening', title: 'Listening' }] },
    ]);
    await expect(plans.list(NL, at('2019-03-31'))).resolves.toEqual([]);
    await expect(plans.list(NL, { asAt: '2020-01-01', knownAt: '2026-02-28T00:00:00.000Z' })).resolves.toEqual([]);
    await expect(plans.list('south-lanarkshire', at('2020-01-01'))).resolves.toEqual([]);
    await expect(plans.one(NL, 'another-plan', at('2020-01-01'))).resolves.toBeNull();
  });
});

describe('priorities', () => {
  it('read as they stood at the moment asked for', async () => {
    const page = { limit: 10 };
    const titles = async (day: number): Promise<unknown> =>
      (await plans.priorities(NL, PLAN, at('2020-01-01', day), page)).items;
    await expect(titles(5)).resolves.toMatchObject([{ id: `${PLAN}.be-heard`, title: 'Be heard' }]);
    await expect(titles(6)).resolves.toMatchObject([
      {
        title: 'Be listened to',
        number: '7',
        theme: { key: 'listening', title: 'Listening' },
        foundation: { primary: 'voice', also: ['care'], by: 'ours' },
      },
    ]);
  });

  it('exist or are named as missing', async () => {
    const ids = [`${PLAN}.be-heard`, `${PLAN}.be-seen`, `${PLAN}.be-quiet`, 'nonsense'];
    await expect(plans.priorityIdsExist(NL, ids)).resolves.toEqual(ids.slice(1));
    await expect(plans.priorityIdsExist('south-lanarkshire', [`${PLAN}.be-heard`])).resolves.toHaveLength(1);
    await expect(plans.priorityIdsExist(NL, [])).resolves.toEqual([]);
  });
});

describe('steps', () => {
  const review = async (times: { asAt: string; knownAt: string }) =>
    (await plans.allSteps(NL, times)).find(({ id }) => id === `${PLAN}.review`);

  it('keep the first timescale beside the present one, with every move', async () => {
    await expect(review(at('2020-03-31'))).resolves.toMatchObject({
      title: 'Review the tools',
      timescale: { words: 'August 2019' },
      restatements: [],
    });
    await expect(review(at('2020-04-01'))).resolves.toMatchObject({
      title: 'Review all tools',
      timescale: { words: 'March 2021' },
      firstTimescale: { words: 'August 2019' },
      restatements: [
        { from: { words: 'August 2019' }, to: { words: 'March 2021' }, kind: 'amended', recordedAt: on(2) },
      ],
    });
  });

  it('have the result that is the latest in effect, not the latest recorded', async () => {
    const result = async (asAt: string, day?: number): Promise<unknown> =>
      (await review(at(asAt, day)))?.result?.result;
    await expect(result('2021-03-31')).resolves.toBeUndefined();
    await expect(result('2021-04-01')).resolves.toBe('part-done');
    await expect(result('2021-05-15')).resolves.toBe('not-done');
    await expect(result('2021-05-15', 4)).resolves.toBe('part-done');
    await expect(result('2026-03-09')).resolves.toBe('done');
  });

  it('come with their plan, theme and foundation for the timeline', async () => {
    await expect(plans.allSteps(NL, at('2019-05-01', 1))).resolves.toMatchObject([
      {
        id: `${PLAN}.review`,
        priority: `${PLAN}.be-heard`,
        planTitle: 'Improvement plan',
        priorityTitle: 'Be heard',
        theme: { key: 'listening', title: 'Listening' },
        foundation: { primary: 'voice' },
        leads: ['TNT', 'Chair LACYPG'],
        citation: { document: 'The plan', place: 'Row 1' },
        result: null,
      },
      { id: `${PLAN}.agree` },
    ]);
  });

  it('that were taken back were there only as long as they were believed', async () => {
    const ids = async (day: number): Promise<string[]> =>
      (await plans.steps(NL, PLAN, at('2019-05-01', day), { limit: 10 })).items.map(({ id }) => id);
    await expect(ids(5)).resolves.toEqual([`${PLAN}.review`, `${PLAN}.agree`]);
    await expect(ids(6)).resolves.toEqual([`${PLAN}.review`]);
  });

  it('are paged in the order of the document', async () => {
    const first = await plans.steps(NL, PLAN, at('2019-05-01', 1), { limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([`${PLAN}.review`]);
    const second = await plans.steps(NL, PLAN, at('2019-05-01', 1), { limit: 1, after: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([`${PLAN}.agree`]);
    expect(second.next).toBeNull();
    await expect(plans.steps(NL, PLAN, at('2019-05-01'), { limit: 1, after: 'x' })).rejects.toThrow('cursor');
  });
});

describe('the rows', () => {
  it('are the same whether events come one by one or all at once, beside those of another plan', async () => {
    const oneByOne = await freshSource('read_next');
    try {
      const elsewhere = history().map((event) => ({
        ...event,
        envelope: {
          ...event.envelope,
          partnership: 'south-lanarkshire',
          stream: 'south-lanarkshire/plan/improvement-plan',
        },
      }));
      for (const [n, event] of history().entries()) {
        await oneByOne.transaction((manager) => plansProjection.apply([event], manager));
        const other = elsewhere[n];
        if (other) await oneByOne.transaction((manager) => plansProjection.apply([other], manager));
      }
      for (const table of ['plan', 'plan_priority', 'plan_step']) {
        const rows = (schema: string): Promise<unknown[]> =>
          source.query(
            `SELECT * FROM ${schema}.${table} WHERE partnership = '${NL}' ORDER BY id, known_from, effective_from`,
          );
        const expected = await rows('read');
        expect(expected.length).toBeGreaterThan(0);
        await expect(rows('read_next')).resolves.toEqual(expected);
      }
    } finally {
      await oneByOne.destroy();
    }
  });

  it('of a plan of thousands of lines come in one go', async () => {
    const steps = Array.from({ length: 3000 }, (_, n) => ({ ...reviewStep, key: `step-${n}` }));
    const file = { ...planFile, key: 'long-plan', steps };
    const events = recorded(when([], { type: 'ImportPlan', file }), on(7)).map((event) => ({
      ...event,
      envelope: { ...event.envelope, stream: `${NL}/plan/long-plan` },
    }));
    await source.transaction((manager) => plansProjection.apply(events, manager));
    const page = await plans.steps(NL, 'long-plan', at('2020-01-01'), { limit: 5000 });
    expect(page.items.map(({ key }) => key)).toEqual(steps.map(({ key }) => key));
  });
});
