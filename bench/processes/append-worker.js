const { openCastore } = require('../contenders/castore');
const { openEmmett } = require('../contenders/emmett');
const { openAdapter, openBareClient } = require('../contenders/event-store-db');
const { openOurs } = require('../contenders/ours');
const { makeEvent, newStream } = require('../lib/events');
const { quantile } = require('../lib/statistics');
const { serve } = require('../lib/worker-process');

const EVENTS_PER_STREAM = 10;
const WARM_UP_MS = 300;

const opening = {
  ours: openOurs,
  emmett: openEmmett,
  castore: openCastore,
  adapter: openAdapter,
  'bare client': openBareClient,
};
let contender;

/** Appends one event at a time, each with the version it expects, from so many clients, for so long. */
async function appendFor({ clients, ms }) {
  const begin = performance.now() + WARM_UP_MS;
  const end = begin + ms;
  const latencies = [];
  let appends = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let version = 0, stream = newStream(), now = performance.now(); now < end;) {
        await contender.append(stream, version, [makeEvent(stream)]);
        appends += 1;
        const done = performance.now();
        if (now >= begin && done < end) latencies.push(done - now);
        now = done;
        version = (version + 1) % EVENTS_PER_STREAM;
        if (version === 0) stream = newStream();
      }
    }),
  );
  latencies.sort((a, b) => a - b);
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { perSecond: (latencies.length * 1000) / ms, appends, p50, p99 };
}

serve(
  {
    open: async ({ name, url }) => {
      contender = await opening[name](url);
    },
    append: appendFor,
  },
  () => contender?.close(),
);
