import { LastingClient } from './lasting-client';
import { createDataSource } from './data-source';
import { migrations } from './migrations';
import { prepareRoles } from './prepare-roles';
import { actingAs } from './role-urls';

const APPLICATION_NAME = 'promise-migrate';

/** Any constant will do: it names this lock among the advisory locks of the database. */
const LOCK = 7_766_745;

/**
 * Brings log, vault and files to the newest shape, all or nothing. Safe to run from several processes at once: one
 * works, the others wait and then find nothing to do.
 * @param ownerUrl `RoleUrls.owner`
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new LastingClient({ connectionString: ownerUrl, application_name: APPLICATION_NAME });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await prepareRoles(client);
    await runMigrations(ownerUrl);
  } finally {
    // The end of the session releases the lock.
    await client.end();
  }
}

async function runMigrations(ownerUrl: string): Promise<void> {
  const source = createDataSource({
    url: actingAs(ownerUrl, 'owner'),
    applicationName: APPLICATION_NAME,
    schema: 'meta',
    migrations,
    max: 1,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}
