import type { Role } from '../roles';

/** A group at a provider, and the role that its people have in a partnership. */
export interface GroupRole {
  readonly group: string;
  readonly partnership: string;
  readonly role: Role;
  /** How many days it is held from a sign-in on; without an end where nothing is said. */
  readonly days?: number;
}

/** A sign-in service that people of a council use already. */
export interface OpenIdProvider {
  /** Stands in addresses here: `council`. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** The claim that names the groups. */
  readonly groupsClaim: string;
  readonly roles: readonly GroupRole[];
}

/** Where people open the tracker, such as `https://promise.example`, and by what they may sign in to it. */
export interface OpenIdSettings {
  readonly address: string;
  readonly providers: readonly OpenIdProvider[];
}

export const NO_OPEN_ID: OpenIdSettings = { address: '', providers: [] };

/** What the groups stand for: each role of a partnership once, for as long as any of the groups gives it. */
export function rolesOfGroups({ roles }: OpenIdProvider, groups: readonly string[]): GroupRole[] {
  const given = new Map<string, GroupRole>();
  for (const each of roles.filter(({ group }) => groups.includes(group))) {
    const key = `${each.partnership} ${each.role}`;
    const before = given.get(key);
    if (!before || (before.days ?? Infinity) < (each.days ?? Infinity)) given.set(key, each);
  }
  return [...given.values()];
}
