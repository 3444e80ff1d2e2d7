import type { Envelope, RecordedEvent } from '@promise/kernel';
import type { StoredEvent } from '@promise/event-store';
import { type KeyVault, openPayloads } from '@promise/vault';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What is true of every event; no key is needed to read it. */
export function envelopeOf({ envelope }: Pick<StoredEvent, 'envelope'>): Envelope {
  return JSON.parse(decoder.decode(envelope)) as Envelope;
}

/**
 * Opens events of the log for reading: bytes become envelope and payload, sealed text becomes clear text, or
 * `{ erased: true }` where its key was destroyed.
 */
export async function openEvents(stored: readonly StoredEvent[], vault: KeyVault): Promise<RecordedEvent[]> {
  const sealed = stored.map((event) => ({
    eventId: event.id,
    payload: JSON.parse(decoder.decode(event.payload)) as object,
  }));
  const payloads = await openPayloads(sealed, vault);
  return stored.map((event, place) => ({
    envelope: envelopeOf(event),
    type: event.type,
    payload: payloads[place] ?? {},
    version: event.version,
    position: event.position,
  }));
}
