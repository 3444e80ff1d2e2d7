const { STREAM_DOES_NOT_EXIST } = require('@event-driven-io/emmett');
const { getPostgreSQLEventStore } = require('@event-driven-io/emmett-postgresql');

/**
 * emmett-postgresql with the pool of ten connections that it makes itself (32 made no difference); the envelope is its
 * event's metadata.
 */
async function openEmmett(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    append: (stream, version, events) =>
      store.appendToStream(
        stream,
        events.map(({ type, envelope, payload }) => ({ type, data: payload, metadata: envelope })),
        { expectedStreamVersion: version === 0 ? STREAM_DOES_NOT_EXIST : BigInt(version) },
      ),
    close: () => store.close(),
  };
}

module.exports = { openEmmett };
