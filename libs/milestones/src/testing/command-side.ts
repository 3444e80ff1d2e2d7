import { Global, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { MemoryEventStore } from '@promise/event-store';
import { READ_SOURCE } from '@promise/projections';
import { type CommandContext, EventLogRecorder, Recorder } from '@promise/recording';
import { MemoryKeyVault } from '@promise/vault';
import { DataSource } from 'typeorm';
import { PriorityDirectory } from '../commands/priority-directory.port';
import { MilestonesModule } from '../milestones.module';
import { PARTNERSHIP } from './scenario';

/** The commands of milestones on a log in memory. */
export interface CommandSide {
  readonly bus: CommandBus;
  readonly store: MemoryEventStore;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

/** Plans that hold the priorities `p1` and `p2`. */
class TwoPriorities extends PriorityDirectory {
  missing(partnership: string, ids: readonly string[]): Promise<string[]> {
    return Promise.resolve(ids.filter((id) => partnership !== PARTNERSHIP || !['p1', 'p2'].includes(id)));
  }
}

export async function commandSide(now: () => string): Promise<CommandSide> {
  const store = new MemoryEventStore();
  const recorder = new EventLogRecorder(store, new MemoryKeyVault(), { now });
  const providers = [
    { provide: Recorder, useValue: recorder },
    { provide: PriorityDirectory, useClass: TwoPriorities },
    { provide: READ_SOURCE, useValue: new DataSource({ type: 'postgres' }) },
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class Surroundings {}
  const app = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), Surroundings, MilestonesModule],
  }).compile();
  await app.init();
  return { bus: app.get(CommandBus), store, recorder, close: () => app.close() };
}

/** The context of the request with this key. */
export function requestBy(key: string, more: Partial<CommandContext> = {}): CommandContext {
  return {
    partnership: PARTNERSHIP,
    actor: { id: 'person-1', role: 'worker' },
    commandId: uuidOf(key),
    causationId: uuidOf(`body of ${key}`),
    correlationId: uuidOf(`request ${key}`),
    basis: { kind: 'recorded' },
    ...more,
  };
}

function uuidOf(key: string): string {
  const hex = Buffer.from(key.padEnd(16, '.')).toString('hex').slice(-32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
