import type { Client } from 'pg';
import { ROLES } from './roles';

/**
 * Makes what must be there before the first migration: the four roles, what they may do in this database, and the
 * schema of the migrations' own table. Repeating it changes nothing.
 *
 * Needs a login that may create roles, or one that is a member of all four roles an operator made before
 * (PostgreSQL 16 or later).
 */
export async function prepareRoles(client: Client): Promise<void> {
  for (const role of Object.values(ROLES)) await client.query(ensureRole(role));
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  const database = rows[0]?.name ?? '';
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${ROLES.owner}, ${ROLES.projector}`);
  await asRole(client, ROLES.projector, [
    // Holds for schemas to come as well: each rebuild makes a new one.
    `ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${ROLES.application}`,
    `ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${ROLES.application}`,
  ]);
  await asRole(client, ROLES.owner, ['CREATE SCHEMA IF NOT EXISTS meta']);
}

/** Roles belong to the cluster, so another database's migration may be making the same one at this moment. */
function ensureRole(role: string): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
      CREATE ROLE ${role} NOLOGIN;
    END IF;
    IF NOT pg_has_role('${role}', 'SET') THEN
      EXECUTE format('GRANT ${role} TO %I WITH SET TRUE', session_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN RAISE; END IF;
  END $$`;
}

async function asRole(client: Client, role: string, statements: readonly string[]): Promise<void> {
  await client.query(`SET ROLE ${role}`);
  for (const statement of statements) await client.query(statement);
  await client.query('RESET ROLE');
}
