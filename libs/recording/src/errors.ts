/** What the command is about does not exist in this partnership. */
export class UnknownThing extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`there is no ${kind} ${id} here`);
    this.name = 'UnknownThing';
  }
}

/** The person read an older version than the one the stream has now (`If-Match`). */
export class StaleVersion extends Error {
  constructor(
    readonly given: number,
    readonly actual: number,
  ) {
    super(`version ${given} was read, but it is at version ${actual} now`);
    this.name = 'StaleVersion';
  }
}

/** What somebody else recorded while the command was being decided. */
export interface ChangeSince {
  readonly event: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly role: string;
}

/** Somebody else wrote the stream between reading and appending; nothing was written. */
export class LostRace extends Error {
  constructor(readonly changes: readonly ChangeSince[]) {
    super('somebody else recorded something here in the meantime');
    this.name = 'LostRace';
  }
}

/** The idempotency key stands for another request already. */
export class KeyReused extends Error {
  constructor() {
    super('this idempotency key was used before with another body');
    this.name = 'KeyReused';
  }
}
