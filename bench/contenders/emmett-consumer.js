const { randomUUID } = require('node:crypto');
const { postgreSQLEventStoreConsumer, postgreSQLProjection } = require('@event-driven-io/emmett-postgresql');
const { Client } = require('pg');
const { countAll } = require('../lib/counting');
const { TYPE } = require('../lib/events');

const streamOf = (event) => event.metadata.streamName;

/**
 * emmett's consumer with a projector, set for speed: batches of 1,000 as ours, and no pause between two batches (50 ms
 * where nothing is said). It hands its projection one event at a time, and moves its checkpoint after each.
 */
async function emmettConsumer(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TABLE IF NOT EXISTS counter (stream text PRIMARY KEY, events bigint NOT NULL)');
    await client.query('TRUNCATE counter');
    const projection = postgreSQLProjection({
      ...{ name: `counter-${randomUUID()}`, canHandle: [TYPE] },
      handle: (events, { connection }) =>
        countAll(events, streamOf, 'counter', (query) => connection.client.query(query)),
    });
    const consumer = postgreSQLEventStoreConsumer({
      connectionString: url,
      pulling: { batchSize: 1000, pullingFrequencyInMs: 0 },
      stopWhen: { noMessagesLeft: true },
    });
    consumer.projector({ projection });
    const begin = performance.now();
    await consumer.start();
    const ms = performance.now() - begin;
    await consumer.close();
    const { rows } = await client.query('SELECT sum(events)::int AS events FROM counter');
    return { ms, events: rows[0].events };
  } finally {
    await client.end();
  }
}

module.exports = { emmettConsumer };
