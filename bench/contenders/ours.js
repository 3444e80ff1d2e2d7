const { lib } = require('../lib/dist');

/** The tracker's own event store, as its server opens it: one connection that writes, whatever the number of clients. */
async function openOurs(url) {
  const { migrate, roleUrls } = lib('database');
  const { PostgresEventStore } = lib('event-store');
  const { canonicalBytes } = lib('kernel');
  const urls = roleUrls(url);
  await migrate(urls.owner);
  const store = await PostgresEventStore.open({ url: urls.application, applicationName: 'bench' });
  const toAppend = ({ id, type, envelope, payload }) => ({
    id,
    type,
    envelope: canonicalBytes(envelope),
    payload: canonicalBytes(payload),
  });
  return {
    store,
    urls,
    /** @param version how many events the stream has */
    append: (stream, version, events) => store.append(stream, version - 1, events.map(toAppend)),
    close: () => store.close(),
  };
}

module.exports = { openOurs };
