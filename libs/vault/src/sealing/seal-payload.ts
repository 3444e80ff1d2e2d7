import { isPersonal, isPlainText, type Personal } from '@promise/kernel';
import type { KeyVault } from '../key-vault.port';
import { replaceObjects } from './replace-objects';
import { looksSealed, sealText } from './sealed-text';

/** A payload that must not go into the log as it is; nothing was sealed. */
export class NotSealable extends TypeError {
  constructor(
    readonly eventId: string,
    readonly field: string,
    rule: string,
  ) {
    super(`event ${eventId}, ${field || 'payload'}: ${rule}`);
    this.name = 'NotSealable';
  }
}

/**
 * A copy of the payload with every `Personal` in its sealed form, bound to the event and to its place in it. A key is
 * made for the subject on its first personal text; a payload without any needs none.
 * @throws NotSealable erased text, text that is not `isPlainText`, something half personal or sealed already, or an object
 *   that JSON cannot say
 * @throws KeyDestroyed
 * @throws InvalidSubject
 */
export async function sealPayload(payload: object, eventId: string, subject: string, vault: KeyVault): Promise<object> {
  if (!holdsPersonal(payload, eventId)) return payload;
  const key = await vault.keyFor(subject);
  return replaceObjects(payload, (object, field) =>
    isPersonal(object) ? sealText(clearText(object, eventId, field), eventId, field, subject, key) : undefined,
  ) as object;
}

/** Judges the whole payload before a key is made for it. */
function holdsPersonal(payload: object, eventId: string): boolean {
  let holds = false;
  replaceObjects(payload, (object, field) => {
    if (!isPersonal(object)) {
      checkPlain(object, eventId, field);
      return undefined;
    }
    clearText(object, eventId, field);
    holds = true;
    return object;
  });
  return holds;
}

function checkPlain(object: object, eventId: string, field: string): void {
  if (looksSealed(object)) throw new NotSealable(eventId, field, 'looks sealed already');
  // `{ personal: text, more }` would go into the log in clear.
  if (Object.hasOwn(object, 'personal')) throw new NotSealable(eventId, field, 'has more or less than personal text');
  const kind = Object.prototype.toString.call(object);
  if (kind !== '[object Object]') throw new NotSealable(eventId, field, `JSON cannot say an ${kind}`);
}

function clearText(value: Personal, eventId: string, field: string): string {
  if (!('personal' in value)) throw new NotSealable(eventId, field, 'erased text cannot be sealed anew');
  // Read models could not hold it, and in the log it could never be mended.
  if (!isPlainText(value.personal)) throw new NotSealable(eventId, field, 'has control or broken characters');
  return value.personal;
}
