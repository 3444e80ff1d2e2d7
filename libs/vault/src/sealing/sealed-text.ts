import { unwrap, wrap } from './wrap';

/** A personal text as an event holds it. Fixed for good: it lies in a log that never changes. */
export interface SealedText {
  /** Version of this form. */
  readonly sealed: 1;
  /** Whose key opens it. */
  readonly subject: string;
  /** The text's own key under the subject's key: iv, ciphertext, tag in base64. */
  readonly key: string;
  /** The text in UTF-8 under its own key: iv, ciphertext, tag in base64. */
  readonly text: string;
}

/** A sealed text was altered, or moved from where it belongs, or is sealed under another key. */
export class BrokenSeal extends Error {
  constructor(
    readonly eventId: string,
    readonly field: string,
    cause: unknown,
  ) {
    super(`event ${eventId}, ${field}: the sealed text is not what was sealed here`, { cause });
    this.name = 'BrokenSeal';
  }
}

/** `sealed` is a word of this form alone: nothing else in a payload may bear it. */
export function looksSealed(value: object): boolean {
  return Object.hasOwn(value, 'sealed');
}

/** @param field JSON pointer (RFC 6901) of the text in its payload */
export function sealText(text: string, eventId: string, field: string, subject: string, key: Uint8Array): SealedText {
  const { wrappedKey, sealed } = wrap(key, boundTo(eventId, field), Buffer.from(text, 'utf8'));
  return { sealed: 1, subject, key: wrappedKey.toString('base64'), text: sealed.toString('base64') };
}

/** @throws BrokenSeal */
export function openText(value: SealedText, eventId: string, field: string, key: Uint8Array): string {
  try {
    const wrapped = { wrappedKey: fromBase64(value.key), sealed: fromBase64(value.text) };
    return unwrap(key, boundTo(eventId, field), wrapped).toString('utf8');
  } catch (error) {
    throw new BrokenSeal(eventId, field, error);
  }
}

/** @throws BrokenSeal it bears the word `sealed` and is not of the form */
export function asSealedText(value: object, eventId: string, field: string): SealedText {
  const { sealed, subject, key, text } = value as Partial<Record<keyof SealedText, unknown>>;
  const whole = typeof subject === 'string' && typeof key === 'string' && typeof text === 'string';
  if (sealed !== 1 || !whole || Object.keys(value).length !== 4) {
    throw new BrokenSeal(eventId, field, new Error('not the form of a sealed text, version 1'));
  }
  return { sealed, subject, key, text };
}

function boundTo(eventId: string, field: string): Buffer {
  return Buffer.from(`${eventId}\n${field}`, 'utf8');
}

/** Node's own decoder passes over what is no base64. */
function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Error('not base64 as it was written');
  return bytes;
}
