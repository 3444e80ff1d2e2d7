import { digestOf } from '../secret';

/** Tells the password that somebody gave from the one that has taken its place since. */
type Stamp = Buffer;

/** Somebody who has shown who they are. */
export interface Proven {
  readonly person: string;
  /** Of the password by which they did; null where it was by something else. */
  readonly stamp: Stamp | null;
}

/** The password by which somebody signed in was changed before they were let in: it is worth nothing now. */
export class PasswordChanged extends Error {
  constructor() {
    super('the password was changed in the meantime');
    this.name = 'PasswordChanged';
  }
}

/** @param hash as it is kept */
export function stampOf(hash: string): Stamp {
  return digestOf(hash);
}

/**
 * SQL: the person whose password still has the stamp. Its account is held until what depends on it stands, so that a change
 * of the password comes either before, and nobody is found, or after, and ends it.
 */
export function whoHas(person: string, stamp: string): string {
  return `SELECT person FROM access.account
    WHERE person = ${person} AND sha256(convert_to(password, 'UTF8')) = ${stamp} FOR SHARE`;
}
