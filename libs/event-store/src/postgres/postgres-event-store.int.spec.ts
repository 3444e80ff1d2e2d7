import { migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { Client } from 'pg';
import { eventStoreContract } from '../event-store.contract';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await migrate(roleUrls(database.url).owner);
});
afterAll(() => database.drop());

/** Only a superuser who takes the triggers away can do this; quicker than a database for each test. */
const EMPTY_THE_LOG = `
  ALTER TABLE log.event DISABLE TRIGGER USER;
  ALTER TABLE log.head DISABLE TRIGGER USER;
  TRUNCATE log.event;
  UPDATE log.head SET position = 0;
  ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows;
  ALTER TABLE log.head ENABLE ALWAYS TRIGGER stays;
  ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward;
`;

eventStoreContract('PostgresEventStore', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(EMPTY_THE_LOG);
  await client.end();
  const { application: url } = roleUrls(database.url);
  return {
    open: () => PostgresEventStore.open({ url, applicationName: 'contract' }),
    drop: () => Promise.resolve(),
  };
});
