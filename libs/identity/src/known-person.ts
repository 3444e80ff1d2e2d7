import type { Day } from '@promise/kernel';
import type { Role } from './roles';

/** SQL for the list of roles that somebody has: takes SQL for the person, the partnership (NULL for any) and the day. */
export type RolesSql = (person: string, partnership: string, day: string) => string;

/** Where and when it is asked what somebody is; in any partnership where none is named. */
export interface Where {
  readonly partnership: string | null;
  readonly day: Day;
}

/** Who is behind a session or a token. */
export interface KnownPerson {
  readonly person: string;
  /** Null for somebody without an account, such as the demonstration people. */
  readonly name: string | null;
  /** What they are there. */
  readonly roles: readonly Role[];
}

/** A role that is held twice counts once. */
export function rolesOf({ roles }: { readonly roles: readonly string[] }): readonly Role[] {
  return [...new Set(roles)] as Role[];
}
