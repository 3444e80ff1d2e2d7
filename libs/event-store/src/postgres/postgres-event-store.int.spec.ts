import { migrate, roleUrls } from '@promise/database';
import { testDatabase } from '@promise/testing';
import { eventStoreContract } from '../event-store.contract';
import { PostgresEventStore } from './postgres-event-store';

eventStoreContract('PostgresEventStore', async () => {
  const database = await testDatabase();
  const urls = roleUrls(database.url);
  await migrate(urls.owner);
  return {
    open: () => PostgresEventStore.open({ url: urls.application, applicationName: 'contract' }),
    drop: () => database.drop(),
  };
});
