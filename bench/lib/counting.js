/**
 * The row work of the catch-up figure, the same for everybody: one counter a stream, raised by one for each event.
 * @param query sends `{ name, text, values }` inside the transaction that moves the checkpoint
 */
async function countAll(events, streamOf, table, query) {
  const counts = new Map();
  for (const event of events) counts.set(streamOf(event), (counts.get(streamOf(event)) ?? 0) + 1);
  await query({
    name: 'count-all',
    text: `INSERT INTO ${table} AS counter (stream, events) SELECT * FROM unnest($1::text[], $2::bigint[])
           ON CONFLICT (stream) DO UPDATE SET events = counter.events + excluded.events`,
    values: [[...counts.keys()], [...counts.values()]],
  });
}

/** The same, with a statement for each event. */
async function countEach(events, streamOf, table, query) {
  for (const event of events) await countAll([event], streamOf, table, query);
}

module.exports = { countAll, countEach };
