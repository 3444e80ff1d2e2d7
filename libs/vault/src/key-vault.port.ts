/** Where a key stood, once it has been destroyed. */
export const DESTROYED = 'destroyed';

/** 32 random bytes; never change them, callers share them. */
export type Key = Uint8Array;

/**
 * The keys of personal data, one for each subject: the person that a text is about where known, else the record.
 *
 * Adapters may remember keys for a few seconds, so the destruction of a key by another process takes effect here after
 * that time at the latest. What is sealed under a destroyed key in the meantime reads as erased afterwards.
 */
export abstract class KeyVault {
  /**
   * The keys of those subjects that have or had one; a subject that never had a key is absent from the answer.
   * @throws InvalidSubject
   */
  abstract keysOf(subjects: Iterable<string>): Promise<Map<string, Key | typeof DESTROYED>>;

  /**
   * The subject's key, made at random and durable before this returns where there was none. Any number of processes
   * that ask at the same time get the same key.
   * @throws KeyDestroyed nothing can be sealed for this subject any more
   * @throws InvalidSubject
   */
  abstract keyFor(subject: string): Promise<Key>;

  /**
   * Destroys the subject's key for good; what was sealed under it can never be opened again. No key is ever made for
   * the subject afterwards, even where there was none. Repeating it changes nothing.
   * @throws InvalidSubject
   */
  abstract destroy(subject: string): Promise<void>;

  /**
   * A random secret of the installation by its name, made once and shared by all its servers; for keyed digests.
   * @throws InvalidSubject the name is held to the same rule
   */
  abstract secret(name: string): Promise<Uint8Array>;
}

export class KeyDestroyed extends Error {
  constructor(readonly subject: string) {
    super(`the key of ${subject} was destroyed: nothing more can be sealed for it`);
    this.name = 'KeyDestroyed';
  }
}

export class InvalidSubject extends TypeError {
  constructor(subject: string) {
    super(`a subject is 1 to 200 visible ASCII characters, not ${JSON.stringify(subject.slice(0, 200))}`);
    this.name = 'InvalidSubject';
  }
}

/** Subjects are ids and stream names. Anything else is refused before it can spoil a batch of other callers' keys. */
export function checkSubject(subject: string): void {
  if (!/^[!-~]{1,200}$/.test(subject)) throw new InvalidSubject(subject);
}
