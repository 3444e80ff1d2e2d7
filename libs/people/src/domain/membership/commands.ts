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

export type MembershipCommand =
  | ({ readonly type: 'GrantRole' } & GrantRole)
  | ({ readonly type: 'EndRole' } & EndRole)
  | { readonly type: 'MakeLink'; readonly person: string };
