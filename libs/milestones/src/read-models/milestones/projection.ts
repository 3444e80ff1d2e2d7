import { ANY_STREAM_EVENT_TYPES, type AnyStreamEvent, type RecordedEvent } from '@promise/kernel';
import { type Projection, recordPeriods, type StateChange } from '@promise/projections';
import type { EntityManager } from 'typeorm';
import { MILESTONE_EVENT_TYPES, type MilestoneEvent } from '../../domain/milestone/events';
import { type Fact, factOf } from '../../domain/milestone/in-effect';
import { milestoneOfStream } from '../../domain/milestone/stream';
import { factsOf, keepFacts } from './facts';
import { periodsOf } from './periods';
import { MilestoneFactRow, MilestoneRow } from './row.entity';

/** Milestones as they stood on any day, as known at any moment. */
export class MilestonesProjection implements Projection {
  readonly version = 2;
  readonly entities = [MilestoneRow, MilestoneFactRow];
  readonly handles = [...MILESTONE_EVENT_TYPES, ...ANY_STREAM_EVENT_TYPES];

  async apply(events: readonly RecordedEvent[], manager: EntityManager): Promise<void> {
    const own = events.filter(isMilestoneEvent);
    if (own.length === 0) return;
    const streams = new Set(own.map((event) => event.envelope.stream));
    const known = await factsOf(manager, [...streams]);
    const changes: StateChange[] = [];
    for (const event of own) {
      const facts = known.get(event.envelope.stream) ?? [];
      facts.push(factOf(event));
      known.set(event.envelope.stream, facts);
      changes.push(changeOf(event, facts));
    }
    await keepFacts(manager, own);
    await recordPeriods(manager, MilestoneRow, changes);
  }
}

// Types such as `EventVoided` stand on streams of other things too.
function isMilestoneEvent(event: RecordedEvent): event is RecordedEvent<MilestoneEvent | AnyStreamEvent> {
  return milestoneOfStream(event.envelope.stream) !== null;
}

function changeOf({ envelope }: RecordedEvent, facts: readonly Fact[]): StateChange {
  const periods = periodsOf(envelope.partnership, facts);
  const [{ state }] = periods as [(typeof periods)[number]];
  return {
    partnership: envelope.partnership,
    id: state.id,
    knownFrom: envelope.recordedAt,
    columns: { foundation: state.foundation, horizon: state.horizon, proposedAt: facts[0]?.recordedAt },
    periods,
  };
}
