import type { Personal } from '@promise/kernel';
import { DESTROYED, type Key, type KeyVault } from '../key-vault.port';
import { replaceObjects } from './replace-objects';
import { asSealedText, looksSealed, openText } from './sealed-text';

export interface SealedPayload {
  readonly eventId: string;
  readonly payload: object;
}

/** Something is sealed for a subject that the vault has never heard of: the vault is not the one it was sealed with. */
export class KeyMissing extends Error {
  constructor(
    readonly subject: string,
    readonly eventId: string,
    readonly field: string,
  ) {
    super(
      `event ${eventId}, ${field}: the vault never had a key for ${subject}. ` +
        'The keys of a log are in the PostgreSQL that it was recorded with, or in a backup of it that is no older than the log.',
    );
    this.name = 'KeyMissing';
  }
}

/**
 * Copies of the payloads in the order given, every sealed text a `Personal` again, or `{ erased: true }` where the
 * subject's key was destroyed. One call to the vault for all of them.
 * @throws BrokenSeal
 * @throws KeyMissing
 */
export async function openPayloads(events: readonly SealedPayload[], vault: KeyVault): Promise<object[]> {
  const subjects = subjectsOf(events);
  const keys = subjects.size === 0 ? new Map<string, Key>() : await vault.keysOf(subjects);
  return events.map(
    ({ eventId, payload }) =>
      replaceObjects(payload, (object, field) => {
        if (!looksSealed(object)) return undefined;
        return openWith(keys, object, eventId, field);
      }) as object,
  );
}

function openWith(
  keys: ReadonlyMap<string, Key | typeof DESTROYED>,
  object: object,
  eventId: string,
  field: string,
): Personal {
  const sealed = asSealedText(object, eventId, field);
  const key = keys.get(sealed.subject);
  if (key === undefined) throw new KeyMissing(sealed.subject, eventId, field);
  return key === DESTROYED ? { erased: true } : { personal: openText(sealed, eventId, field, key) };
}

function subjectsOf(events: readonly SealedPayload[]): Set<string> {
  const subjects = new Set<string>();
  for (const { eventId, payload } of events) {
    replaceObjects(payload, (object, field) => {
      if (!looksSealed(object)) return undefined;
      subjects.add(asSealedText(object, eventId, field).subject);
      return object;
    });
  }
  return subjects;
}
