import { type Role, ROLES } from './roles';

/** One PostgreSQL connection URL per role. */
export type RoleUrls = Readonly<Record<Role, string>>;

/** Where each role's own URL may stand. */
export const ROLE_URL_VARIABLES: Readonly<Record<Role, string>> = {
  owner: 'DATABASE_OWNER_URL',
  application: 'DATABASE_APPLICATION_URL',
  projector: 'DATABASE_PROJECTOR_URL',
  vault: 'DATABASE_VAULT_URL',
};

/**
 * The URLs to connect with, from `databaseUrl` or the role's own variable (`DATABASE_APPLICATION_URL` and so on).
 *
 * All but the owner's carry the startup option `-c role=…`, so the privileges of that role hold whoever logs in. This
 * guards against mistakes; against somebody who can send SQL of their own, only a login per role does. The owner's is
 * left as it is, because `migrate` makes the roles before it can act as one.
 */
export function roleUrls(
  databaseUrl: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): RoleUrls {
  const url = (role: Role): string => environment[ROLE_URL_VARIABLES[role]] ?? databaseUrl;
  return {
    owner: url('owner'),
    application: actingAs(url('application'), 'application'),
    projector: actingAs(url('projector'), 'projector'),
    vault: actingAs(url('vault'), 'vault'),
  };
}

/** The same URL, each connection acting as the role. A role that the URL already sets is kept. */
export function actingAs(databaseUrl: string, role: Role): string {
  const options = new URL(databaseUrl).searchParams.get('options') ?? '';
  return /-c\s*role=/.test(options) ? databaseUrl : withOptions(databaseUrl, `-c role=${ROLES[role]}`);
}

/** The same URL, each connection beginning with these startup options too. */
export function withOptions(databaseUrl: string, options: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${options}`.trim());
  // PostgreSQL's own tools read `+` as a plus sign.
  url.search = url.search.replaceAll('+', '%20');
  return url.toString();
}
