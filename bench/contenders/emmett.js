const { STREAM_DOES_NOT_EXIST } = require('@event-driven-io/emmett');
const { getPostgreSQLEventStore } = require('@event-driven-io/emmett-postgresql');
const { Pool } = require('pg');

/** emmett-postgresql with a connection for each of 32 clients; the envelope is its event's metadata. */
async function openEmmett(url) {
  const pool = new Pool({ connectionString: url, max: Number(process.env.BENCH_EMMETT_POOL ?? 32) });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    store,
    pool,
    append: (stream, version, events) =>
      store.appendToStream(
        stream,
        events.map(({ type, envelope, payload }) => ({ type, data: payload, metadata: envelope })),
        { expectedStreamVersion: version === 0 ? STREAM_DOES_NOT_EXIST : BigInt(version) },
      ),
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

module.exports = { openEmmett };
