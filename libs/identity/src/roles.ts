import type { Actor } from '@promise/kernel';

/**
 * What a person is in a partnership. `operator` is whoever runs the machine, through the command line only;
 * `sign-in-service` gives and ends roles by people's groups there, and can do nothing else.
 */
export const ROLES = [
  'worker',
  'lead',
  'board',
  'approver',
  'inspector',
  'administrator',
  'operator',
  'sign-in-service',
] as const;

export type Role = (typeof ROLES)[number];

/** Somebody who is signed in: an opaque id, and the roles that they have where they are. */
export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
  /** What they are called, for themselves alone; demonstration people have no name. */
  readonly name?: string;
  /** A program acts for them by a token. */
  readonly byToken?: true;
  /** They come by a token that may record nothing. */
  readonly readsOnly?: true;
}

/** Whoever runs the machine, through the command line. */
export const OPERATOR: Actor = { id: '0d7c1d2e-7a0b-5d51-9c1f-5b0c6f6f7a10', role: 'operator' };
