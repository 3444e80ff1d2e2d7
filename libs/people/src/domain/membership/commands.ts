import type { Day } from '@promise/kernel';

/** Gives somebody a role. */
export interface GrantRole {
  readonly person: string;
  readonly role: string;
  /** The first day; today where nothing is said. */
  readonly from?: Day | undefined;
  /** The last day; an inspector's access always has one. */
  readonly until?: Day | undefined;
  readonly reason?: string | undefined;
}

/** Takes a role from somebody, at once. */
export interface EndRole {
  readonly person: string;
  readonly role: string;
  readonly reason: string;
}

/** Brings somebody's roles in line with their groups at a sign-in service; roles given by hand are left alone. */
export interface MatchRoles {
  readonly person: string;
  /** What their groups stand for in this partnership. */
  readonly wanted: readonly WantedRole[];
}

export interface WantedRole {
  readonly role: string;
  /** How many days it is held, the first included; without an end where nothing is said. */
  readonly days?: number | undefined;
}

export type MembershipCommand =
  | ({ readonly type: 'GrantRole' } & GrantRole)
  | ({ readonly type: 'EndRole' } & EndRole)
  | ({ readonly type: 'MatchRoles' } & MatchRoles)
  | { readonly type: 'MakeLink'; readonly person: string };
