import { ANY_STREAM_EVENT_TYPES, isAnyStreamType, type RecordedEvent } from '@promise/kernel';
import { insertRows, type Projection, recordPeriods, type StateChange } from '@promise/projections';
import { type EntityManager, In } from 'typeorm';
import { PARTNERSHIP_EVENT_TYPES, partnershipEventOf } from '../../domain/partnership/events';
import { partnershipStream } from '../../domain/partnership/stream';
import { PartnershipFact } from './partnership-fact.entity';
import { periodsOf } from './periods';
import { PartnershipRow } from './row.entity';

/** Partnerships, what they publish and from when they count, by effective and by recorded time. */
export const partnershipsProjection: Projection = {
  version: 4,
  entities: [PartnershipFact, PartnershipRow],
  handles: [...PARTNERSHIP_EVENT_TYPES, ...ANY_STREAM_EVENT_TYPES],
  async apply(events, manager) {
    const fresh = events.filter(isOfAPartnership).map(factOf);
    if (fresh.length === 0) return;
    const changes = await changesBy(fresh.filter(isChange), manager);
    await insertRows(manager, PartnershipFact, fresh);
    await recordPeriods(manager, PartnershipRow, changes);
  },
};

// Types such as `ChangeProposed` stand on streams of other things too.
function isOfAPartnership({ envelope }: RecordedEvent): boolean {
  return envelope.stream === partnershipStream(envelope.partnership);
}

/** What was only proposed or settled changes nothing, but has its place in the stream. */
function isChange({ event }: Readonly<PartnershipFact>): boolean {
  return !isAnyStreamType(event.type);
}

function factOf(recorded: RecordedEvent): Readonly<PartnershipFact> {
  const { partnership, effectiveOn, recordedAt } = recorded.envelope;
  const event = partnershipEventOf(recorded);
  const kept = isAnyStreamType(recorded.type) ? { ...event, payload: {} as never } : event;
  return { partnership, version: recorded.version, event: { ...kept, effectiveOn, recordedAt } };
}

/** What is believed of each partnership after each moment at which something new was recorded. */
async function changesBy(fresh: readonly Readonly<PartnershipFact>[], manager: EntityManager): Promise<StateChange[]> {
  const partnerships = [...new Set(fresh.map(({ partnership }) => partnership))];
  const where = { partnership: In(partnerships) };
  const before = await manager.find(PartnershipFact, { where, order: { version: 'ASC' } });
  return partnerships.flatMap((partnership) => {
    const eventsIn = (facts: readonly Readonly<PartnershipFact>[]): PartnershipFact['event'][] =>
      facts.filter((fact) => fact.partnership === partnership && isChange(fact)).map(({ event }) => event);
    const [known, further] = [eventsIn(before), eventsIn(fresh)];
    return further.flatMap(({ recordedAt }, n) => {
      if (further[n + 1]?.recordedAt === recordedAt) return [];
      const periods = periodsOf([...known, ...further.slice(0, n + 1)]);
      return [{ partnership, id: partnership, knownFrom: recordedAt, periods }];
    });
  });
}
