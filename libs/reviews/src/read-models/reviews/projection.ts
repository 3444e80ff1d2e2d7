import { ANY_STREAM_EVENT_TYPES, type RecordedEvent } from '@promise/kernel';
import type { Projection } from '@promise/projections';
import type { EntityManager } from 'typeorm';
import { REVIEW_EVENT_TYPES } from '../../domain/review/events';
import { reviewOfStream } from '../../domain/review/stream';
import { beginningWith, evolve } from './fold';
import { ReviewRow } from './row.entity';

/** Reviews as they are now; the trail keeps how they came to be so. */
export const reviewsProjection: Projection = {
  version: 1,
  entities: [ReviewRow],
  handles: [...REVIEW_EVENT_TYPES, ...ANY_STREAM_EVENT_TYPES],
  async apply(events, manager) {
    for (const event of events) {
      const id = reviewOfStream(event.envelope.stream);
      if (id !== null) await applyOne(id, event, manager);
    }
  },
};

async function applyOne(id: string, event: RecordedEvent, manager: EntityManager): Promise<void> {
  const { partnership } = event.envelope;
  if (event.type === 'ReviewOpened') {
    const last = await manager.maximum(ReviewRow, 'number', { partnership });
    const kept = beginningWith(event as never);
    await manager.insert(ReviewRow, { partnership, id, number: (last ?? 0) + 1, ...(kept as object) });
    return;
  }
  const row = await manager.findOneByOrFail(ReviewRow, { partnership, id });
  await manager.update(ReviewRow, { partnership, id }, evolve(row, event as never));
}
