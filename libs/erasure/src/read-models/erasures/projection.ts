import type { RecordedEvent, TextErased } from '@promise/kernel';
import type { Projection } from '@promise/projections';
import { ErasureRow } from './row.entity';

/** What was decided to be erased, so that it can be carried out again after a crash or a restored vault. */
export const erasuresProjection: Projection = {
  version: 1,
  entities: [ErasureRow],
  handles: ['TextErased'],
  async apply(events, manager) {
    const erased = events.filter((event): event is RecordedEvent<TextErased> => event.type === 'TextErased');
    for (const { envelope, payload } of erased) {
      await manager.insert(ErasureRow, { id: envelope.id, subjects: [...payload.events, ...payload.files] });
    }
  },
};
