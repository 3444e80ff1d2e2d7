const { BACKWARDS, binaryEvent, END, EventStoreDBClient, NO_STREAM } = require('@eventstore/db-client');
const { lib } = require('../lib/dist');

/** What both are given to write: the bytes of the tracker's envelope and payload. */
function bytesOf({ id, type, envelope, payload }) {
  const { canonicalBytes } = lib('kernel');
  return { id, type, envelope: canonicalBytes(envelope), payload: canonicalBytes(payload) };
}

/** The tracker's adapter for EventStoreDB, as its server opens it. */
async function openAdapter(url) {
  const store = lib('event-store').openEventStoreDb({ url });
  await store.head();
  return {
    store,
    append: (stream, version, events) => store.append(stream, version - 1, events.map(bytesOf)),
    close: () => store.close(),
  };
}

/** The client that the adapter stands on, alone: no time limit, no retry, no look for ids that are there already. */
async function openBareClient(url) {
  const client = EventStoreDBClient.connectionString(url);
  for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })) void event;
  return {
    append: (stream, version, events) =>
      client.appendToStream(
        stream,
        events.map(bytesOf).map(({ id, type, envelope, payload }) => {
          return binaryEvent({ id, type, data: Buffer.concat([envelope, payload]) });
        }),
        { expectedRevision: version === 0 ? NO_STREAM : BigInt(version - 1) },
      ),
    close: () => client.dispose(),
  };
}

module.exports = { openAdapter, openBareClient };
