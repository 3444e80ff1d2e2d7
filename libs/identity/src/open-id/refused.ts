/**
 * Why nobody is signed in: the provider said no (`denied`), its answer does not hold (`invalid-answer`), it was not asked
 * from this browser or was answered already (`unknown-state`), it does not answer (`unreachable`), or it did not tell the
 * groups (`groups-not-told`).
 */
export type OpenIdRefusal = 'denied' | 'invalid-answer' | 'unknown-state' | 'unreachable' | 'groups-not-told';

export class OpenIdRefused extends Error {
  constructor(
    readonly why: OpenIdRefusal,
    /** A code of the protocol; nothing of a person. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`${why} (${code})`, options);
    this.name = 'OpenIdRefused';
  }
}
