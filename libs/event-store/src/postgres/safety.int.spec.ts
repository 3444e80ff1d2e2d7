import { migrate, roleUrls, withOptions } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { Client } from 'pg';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let owner: Client;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  await migrate(roleUrls(database.url).owner);
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  const { application: url } = roleUrls(database.url);
  store = await PostgresEventStore.open({ url, applicationName: 'safety' });
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

const rules = async (): Promise<string[]> => (await store.check()).map(({ rule }) => rule);
const REFUSE = (body: string): string =>
  `CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$`;
const RAISE = REFUSE("RAISE EXCEPTION '% of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME;");

describe('the check of a log in PostgreSQL', () => {
  it('finds nothing as the migrations leave it', async () => {
    expect(await rules()).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'log-unguarded',
      'ALTER TABLE log.event DISABLE TRIGGER only_grows',
      'ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows',
    ],
    [
      'log-unguarded',
      'ALTER TABLE log.event ENABLE TRIGGER only_grows',
      'ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows',
    ],
    [
      'log-unguarded',
      `DROP TRIGGER only_grows ON log.event;
       CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
       ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows`,
      `DROP TRIGGER only_grows ON log.event;
       CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
         FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
       ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows`,
    ],
    [
      'head-unguarded',
      'ALTER TABLE log.head DISABLE TRIGGER stays',
      'ALTER TABLE log.head ENABLE ALWAYS TRIGGER stays',
    ],
    [
      'head-goes-back',
      'ALTER TABLE log.head DISABLE TRIGGER only_forward',
      'ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward',
    ],
    ['log-is-unlogged', 'ALTER TABLE log.event SET UNLOGGED', 'ALTER TABLE log.event SET LOGGED'],
    ['log-is-unlogged', 'ALTER TABLE log.head SET UNLOGGED', 'ALTER TABLE log.head SET LOGGED'],
    ...['INSERT', 'UPDATE', 'UPDATE (payload)', 'DELETE', 'TRUNCATE', 'TRIGGER'].map(
      (privilege): [string, string, string] => [
        'application-changes-log',
        `GRANT ${privilege} ON log.event TO promise_application`,
        `REVOKE ${privilege} ON log.event FROM promise_application`,
      ],
    ),
    ['application-changes-log', 'GRANT UPDATE ON log.head TO PUBLIC', 'REVOKE UPDATE ON log.head FROM PUBLIC'],
  ])('finds %s after %s', async (rule, harm, repair) => {
    await owner.query(harm);
    expect(await rules()).toEqual([rule]);
    await owner.query(repair);
    expect(await rules()).toEqual([]);
  });

  it('finds that what refuses changes does nothing any more', async () => {
    await owner.query(REFUSE('RETURN NULL;'));
    expect(await rules()).toEqual(['log-unguarded', 'head-unguarded', 'head-goes-back']);
    await owner.query(RAISE);
    expect(await rules()).toEqual([]);
  });

  it('finds that the role which appends owns the log', async () => {
    const asOwner = await PostgresEventStore.open({ url: database.url, applicationName: 'safety' });
    expect((await asOwner.check()).map(({ rule }) => rule)).toEqual([
      'application-changes-log',
      'application-owns-log',
    ]);
    await asOwner.close();
  });

  it.each([
    ['fsync', 'not-durable'],
    ['full_page_writes', 'torn-pages'],
  ])('finds that %s is off', async (setting, rule) => {
    const { application } = roleUrls(database.url);
    const url = withOptions(application, '-c search_path=told,pg_catalog');
    const other = await PostgresEventStore.open({ url, applicationName: 'safety' });
    await owner.query(tellThatItIsOff(setting));
    expect((await other.check()).map((danger) => danger.rule)).toEqual([rule]);
    await other.close();
    await owner.query('DROP SCHEMA told CASCADE');
  });
});

/** The server of the tests is not to be harmed: what it says about its settings is said by somebody else. */
const tellThatItIsOff = (setting: string): string => `
  CREATE SCHEMA told;
  GRANT USAGE ON SCHEMA told TO PUBLIC;
  CREATE FUNCTION told.current_setting(name text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE name WHEN '${setting}' THEN 'off' ELSE pg_catalog.current_setting(name) END $$`;
