const { Column, Entity, PrimaryColumn } = require('typeorm');
const { lib } = require('../lib/dist');
const { countAll, countEach } = require('../lib/counting');
const { TYPE } = require('../lib/events');

class Counter {}
Entity('counter')(Counter);
PrimaryColumn('text')(Counter.prototype, 'stream');
Column('bigint')(Counter.prototype, 'events');

const streamOf = (event) => event.envelope.stream;

/** The tracker's projector with one read model: its checkpoint, its transaction, its opening of events. */
function ourProjector({ store, urls }) {
  const { createDataSource } = lib('database');
  const { fingerprint, Lease, LIVE_SCHEMA, makeSchema, Projector, readEntities } = lib('projections');
  const { openEvents } = lib('recording');
  const { MemoryKeyVault } = lib('vault');
  const log = { store, open: (stored) => openEvents(stored, new MemoryKeyVault()) };
  return {
    /** @param each a statement for each event, instead of one for what the projection is given */
    async catchUp(each) {
      const count = each ? countEach : countAll;
      const projection = {
        ...{ version: 1, entities: [Counter], handles: [TYPE] },
        apply: (events, { queryRunner }) =>
          count(events, streamOf, `${LIVE_SCHEMA}.counter`, ({ text, values }) => queryRunner.query(text, values)),
      };
      const entities = readEntities([projection]);
      const source = createDataSource({ url: urls.projector, schema: LIVE_SCHEMA, applicationName: 'bench', entities });
      await source.initialize();
      try {
        await makeSchema(source, LIVE_SCHEMA, fingerprint(source, [projection]));
        const projector = new Projector(log, [projection], source, Lease.toFollow(urls.projector), (error) => {
          throw error;
        });
        const begin = performance.now();
        await projector.catchUp();
        const ms = performance.now() - begin;
        const [{ events }] = await source.query(`SELECT sum(events)::int AS events FROM ${LIVE_SCHEMA}.counter`);
        return { ms, events };
      } finally {
        await source.destroy();
      }
    },
  };
}

module.exports = { ourProjector };
