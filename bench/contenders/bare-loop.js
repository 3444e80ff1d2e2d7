const { Client } = require('pg');
const { countAll } = require('../lib/counting');

const BATCH = 1000;
const READ = `SELECT position, stream, version, id, type, envelope, payload
  FROM log.event WHERE position > $1 ORDER BY position LIMIT ${BATCH}`;

const streamOf = (event) => event.envelope.stream;

/** The least that catching up can be on the same log: no framework, but the same transaction and the same parsing. */
async function bareLoop(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare;
      CREATE TABLE bare.counter (stream text PRIMARY KEY, events bigint NOT NULL);
      CREATE TABLE bare.checkpoint (position bigint NOT NULL); INSERT INTO bare.checkpoint VALUES (0)`);
    const begin = performance.now();
    while ((await oneBatch(client)) === BATCH);
    const ms = performance.now() - begin;
    const { rows } = await client.query('SELECT sum(events)::int AS events FROM bare.counter');
    return { ms, events: rows[0].events };
  } finally {
    await client.end();
  }
}

async function oneBatch(client) {
  await client.query('BEGIN');
  const { rows: checkpoints } = await client.query('SELECT position FROM bare.checkpoint FOR UPDATE');
  const { rows } = await client.query({ name: 'read', text: READ, values: [checkpoints[0].position] });
  const events = rows.map((row) => ({ ...row, envelope: JSON.parse(row.envelope), payload: JSON.parse(row.payload) }));
  if (events.length > 0) {
    await countAll(events, streamOf, 'bare.counter', (query) => client.query(query));
    await client.query('UPDATE bare.checkpoint SET position = $1', [events.at(-1).position]);
  }
  await client.query('COMMIT');
  return events.length;
}

module.exports = { bareLoop };
