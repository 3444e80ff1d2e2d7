const { PostgresEventStorageAdapter } = require('@castore/event-storage-adapter-postgres');

/** castore's adapter with the pool of ten connections that it makes itself; the envelope is its event's metadata. */
async function openCastore(url) {
  await PostgresEventStorageAdapter.createEventTable({
    connectionString: url,
    aggregateId: { type: 'VARCHAR', length: 100 },
  });
  const adapter = new PostgresEventStorageAdapter({ connectionString: url });
  return {
    append: async (aggregateId, version, events) => {
      for (const [n, { type, envelope, payload }] of events.entries()) {
        const detail = { aggregateId, version: version + n + 1, type, payload, metadata: envelope };
        await adapter.pushEvent(detail, { eventStoreId: 'bench' });
      }
    },
    close: () => adapter._sql.end(),
  };
}

module.exports = { openCastore };
