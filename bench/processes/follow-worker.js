const { openAdapter } = require('../contenders/event-store-db');
const { serve } = require('../lib/worker-process');

const PAGE = 1000;
/** Longer than any chunk takes: only the subscription ends such a wait. */
const FOREVER_MS = 600_000;

let adapter;
let position = null;

/** Follows the log as a projector does, subscribed and page by page, for so many events more. */
async function follow({ events }) {
  const { store } = adapter;
  for (let left = events; left > 0;) {
    const page = await store.readAll(position, PAGE);
    if (page.length === 0) await store.waitForMore(position, FOREVER_MS);
    position = page.at(-1)?.position ?? position;
    left -= page.length;
  }
}

/** MiB in use once everything that can be thrown away is thrown away, and of the whole process. */
function memory() {
  for (let n = 0; n < 3; n += 1) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { inUse: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
}

serve(
  {
    open: async ({ url }) => {
      adapter = await openAdapter(url);
    },
    follow,
    memory,
  },
  () => adapter?.close(),
);
