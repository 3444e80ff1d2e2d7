import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { MemoryEventStore } from '@promise/event-store';
import { READ_SOURCE } from '@promise/projections';
import { type CommandContext, EventLogRecorder, Recorder } from '@promise/recording';
import { MemoryKeyVault } from '@promise/vault';
import { DataSource } from 'typeorm';
import { planFile, reviewStep } from '../domain/plan/plan-scenario';
import { PlansModule } from '../plans.module';
import { ImportPlanCommand } from './import-plan/import-plan.command';
import { PreviewPlanImportQuery } from './import-plan/preview-plan-import.query';
import { transcribedFrom } from './import-plan/transcribed-from';
import { RecordStepResultCommand } from './record-step-result/record-step-result.command';

const STREAM = 'north-lanarkshire/plan/improvement-plan';
const done = { result: 'done', when: '2019-09-02', byWhoseWord: 'Chair of the group' };
const shorter = { ...planFile, steps: [reviewStep] };

let app: TestingModule;
let recorder: Recorder;
let commands: CommandBus;
let queries: QueryBus;

beforeEach(async () => {
  const clock = { now: () => '2026-03-31T10:00:00.000Z' };
  recorder = new EventLogRecorder(new MemoryEventStore(), new MemoryKeyVault(), clock);
  const providers = [
    { provide: Recorder, useValue: recorder },
    { provide: READ_SOURCE, useValue: new DataSource({ type: 'postgres' }) },
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class Surroundings {}
  app = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), Surroundings, PlansModule] }).compile();
  await app.init();
  commands = app.get(CommandBus);
  queries = app.get(QueryBus);
});

afterEach(() => app.close());

function request(partnership = 'north-lanarkshire'): CommandContext {
  return {
    partnership,
    actor: { id: 'person-1', role: 'operator' },
    commandId: randomUUID(),
    causationId: randomUUID(),
    correlationId: randomUUID(),
    basis: transcribedFrom(planFile.document),
  };
}

describe('importing a plan over the bus', () => {
  it('writes one stream in one append and says what changed', async () => {
    const { changes, kept, recorded } = await commands.execute(new ImportPlanCommand(request(), planFile));
    expect(changes.map(({ id }) => id)).toEqual([
      'improvement-plan',
      'improvement-plan.be-heard',
      'improvement-plan.review',
      'improvement-plan.agree',
    ]);
    expect(kept).toEqual([]);
    expect(recorded).toMatchObject({ stream: STREAM, version: 3 });
    const history = await recorder.history(STREAM);
    expect(history.map(({ envelope }) => envelope)).toMatchObject(
      Array(4).fill({
        effectiveOn: '2019-04-01',
        basis: { kind: 'transcribed', document: 'The plan', documentDate: '2019' },
      }),
    );
  });

  it('changes nothing the second time', async () => {
    await commands.execute(new ImportPlanCommand(request(), planFile));
    const { changes, recorded } = await commands.execute(new ImportPlanCommand(request(), planFile));
    expect([changes, recorded.events, recorded.version]).toEqual([[], [], 3]);
  });

  it('answers a repeat of the same command as the first time, whatever came in between', async () => {
    const again = new ImportPlanCommand(request(), planFile);
    const first = await commands.execute(again);
    await commands.execute(new ImportPlanCommand(request(), shorter));
    expect(await commands.execute(again)).toEqual(first);
  });

  it('previews without writing', async () => {
    await commands.execute(new ImportPlanCommand(request(), planFile));
    const preview = await queries.execute(new PreviewPlanImportQuery('north-lanarkshire', shorter));
    expect(preview.changes).toMatchObject([{ change: 'retracted', id: 'improvement-plan.agree' }]);
    expect(await recorder.history(STREAM)).toHaveLength(4);
  });

  it("refuses another partnership's file", async () => {
    const foreign = new ImportPlanCommand(request('south-lanarkshire'), planFile);
    await expect(commands.execute(foreign)).rejects.toMatchObject({
      faults: [{ field: 'partnership', rule: 'own-partnership' }],
    });
    const preview = new PreviewPlanImportQuery('south-lanarkshire', planFile);
    await expect(queries.execute(preview)).rejects.toThrow('north-lanarkshire');
  });
});

describe('recording what came of a step over the bus', () => {
  beforeEach(() => commands.execute(new ImportPlanCommand(request(), planFile)));

  it.each([
    ['is effective on the day of the result', {}, '2019-09-02'],
    ['is effective on the day that is said', { effectiveOn: '2020-01-01' }, '2020-01-01'],
  ])('%s', async (_what, more, effectiveOn) => {
    const context = { ...request(), ...more };
    await commands.execute(new RecordStepResultCommand(context, 'improvement-plan.review', done));
    const [last] = (await recorder.history(STREAM)).slice(-1);
    expect(last).toMatchObject({ type: 'PlanStepResultRecorded', envelope: { effectiveOn } });
  });

  it.each(['improvement-plan.dance', 'another-plan.review', 'review', 'improvement-plan.review.x', ''])(
    'knows no step %p',
    async (id) => {
      const command = new RecordStepResultCommand(request(), id, done);
      await expect(commands.execute(command)).rejects.toMatchObject({ name: 'UnknownThing', kind: 'step', id });
    },
  );

  it("knows no step of another partnership's plan", async () => {
    const command = new RecordStepResultCommand(request('south-lanarkshire'), 'improvement-plan.review', done);
    await expect(commands.execute(command)).rejects.toMatchObject({ name: 'UnknownThing' });
  });

  it('is not overridden by a later import, which says so', async () => {
    await commands.execute(new RecordStepResultCommand(request(), 'improvement-plan.agree', done));
    const { changes, kept } = await commands.execute(new ImportPlanCommand(request(), shorter));
    expect(changes).toEqual([]);
    expect(kept).toMatchObject([{ subject: 'step', id: 'improvement-plan.agree' }]);
  });
});
