import type { AnyStreamEvent, RecordedEvent } from '@promise/kernel';
import { insertRows } from '@promise/projections';
import type { EntityManager } from 'typeorm';
import type { MilestoneEvent } from '../../domain/milestone/events';
import { type Fact, factOf } from '../../domain/milestone/in-effect';
import { MilestoneFactRow } from './row.entity';

/** The facts of each of the streams, in log order. */
export async function factsOf(manager: EntityManager, streams: readonly string[]): Promise<Map<string, Fact[]>> {
  const table = manager.dataSource.getMetadata(MilestoneFactRow).tablePath;
  const rows = await manager.query<{ stream: string; fact: Fact }[]>(
    `SELECT stream, fact FROM ${table} WHERE stream = ANY($1) ORDER BY stream, version`,
    [streams],
  );
  const facts = new Map<string, Fact[]>();
  for (const { stream, fact } of rows) {
    const some = facts.get(stream);
    if (some) some.push(fact);
    else facts.set(stream, [fact]);
  }
  return facts;
}

export async function keepFacts(
  manager: EntityManager,
  events: readonly RecordedEvent<MilestoneEvent | AnyStreamEvent>[],
): Promise<void> {
  const rows = events.map((event) => ({
    stream: event.envelope.stream,
    version: event.version,
    fact: factOf(event),
  }));
  await insertRows(manager, MilestoneFactRow, rows);
}
