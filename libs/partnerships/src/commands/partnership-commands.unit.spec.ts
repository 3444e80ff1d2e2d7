import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { MemoryEventStore } from '@promise/event-store';
import { READ_SOURCE } from '@promise/projections';
import { type CommandContext, EventLogRecorder, Recorder } from '@promise/recording';
import { MemoryKeyVault } from '@promise/vault';
import { DataSource } from 'typeorm';
import { decision, pack, packWithout } from '../domain/partnership/partnership-scenario';
import { PartnershipsModule } from '../partnerships.module';
import { DecidePromiseStartCommand } from './decide-promise-start/decide-promise-start.command';
import { ImportPartnershipCommand } from './import-partnership/import-partnership.command';
import { PreviewPartnershipImportQuery } from './import-partnership/preview-partnership-import.query';

const STREAM = 'north-lanarkshire/partnership/north-lanarkshire';

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
  app = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), Surroundings, PartnershipsModule] }).compile();
  await app.init();
  commands = app.get(CommandBus);
  queries = app.get(QueryBus);
});

afterEach(() => app.close());

function request(partnership = 'north-lanarkshire'): CommandContext {
  const [commandId, causationId, correlationId] = [randomUUID(), randomUUID(), randomUUID()];
  const actor = { id: 'person-1', role: 'lead' };
  return { partnership, actor, commandId, causationId, correlationId, basis: { kind: 'recorded' } };
}

describe('importing a partnership over the bus', () => {
  it('says each change in a sentence, and nothing the second time', async () => {
    const { changes, recorded } = await commands.execute(new ImportPartnershipCommand(request(), pack));
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      'The partnership “The partnership” was registered; anybody may read: plans and timeline.',
      '“March 2021” was proposed as the start of the Promise work; this is our reading: The workers came then.',
      'What the partnership promised about milestones was recorded: It said it would name milestones',
    ]);
    expect(recorded).toMatchObject({ stream: STREAM, version: 2 });
    const second = await commands.execute(new ImportPartnershipCommand(request(), pack));
    expect([second.changes, second.recorded.events]).toEqual([[], []]);
  });

  it('answers a repeat of the same command as the first time', async () => {
    const again = new ImportPartnershipCommand(request(), pack);
    const first = await commands.execute(again);
    await commands.execute(new ImportPartnershipCommand(request(), packWithout('promiseStart')));
    expect(await commands.execute(again)).toEqual(first);
  });

  it('previews without writing', async () => {
    const preview = await queries.execute(new PreviewPartnershipImportQuery('north-lanarkshire', pack));
    expect(preview.changes).toHaveLength(3);
    expect(await recorder.history(STREAM)).toEqual([]);
  });

  it("refuses another partnership's file", async () => {
    const faults = [{ field: 'partnership', rule: 'own-partnership' }];
    const foreign = new ImportPartnershipCommand(request('south-lanarkshire'), pack);
    await expect(commands.execute(foreign)).rejects.toMatchObject({ faults });
    const preview = new PreviewPartnershipImportQuery('south-lanarkshire', pack);
    await expect(queries.execute(preview)).rejects.toMatchObject({ faults });
  });
});

describe('deciding the start over the bus', () => {
  it('knows no partnership that is not registered', async () => {
    const command = new DecidePromiseStartCommand(request(), decision);
    await expect(commands.execute(command)).rejects.toMatchObject({ name: 'UnknownThing', kind: 'partnership' });
  });

  it('stays decided when the file is imported again', async () => {
    await commands.execute(new ImportPartnershipCommand(request(), pack));
    const start = { ...decision, timescale: 'March 2021' };
    const { version } = await commands.execute(new DecidePromiseStartCommand(request(), start));
    const { changes, kept, recorded } = await commands.execute(new ImportPartnershipCommand(request(), pack));
    expect([changes, recorded.version]).toEqual([[], version]);
    expect(kept).toMatchObject([{ field: 'promiseStart' }]);
  });
});
