const { bareLoop } = require('../contenders/bare-loop');
const { openEmmett } = require('../contenders/emmett');
const { emmettConsumer } = require('../contenders/emmett-consumer');
const { openOurs } = require('../contenders/ours');
const { ourProjector } = require('../contenders/our-projector');
const { makeEvent, newStream } = require('../lib/events');
const { serve } = require('../lib/worker-process');

const EVENTS_PER_STREAM = 10;

let ours;

/**
 * @param writers one for emmett: from a log that several wrote at the same time its consumer passes over events, for it
 *   reads in the order of transactions and keeps a position of another order
 */
async function fill(contender, events, writers) {
  let left = events / EVENTS_PER_STREAM;
  const write = async () => {
    while (left > 0) {
      left -= 1;
      const stream = newStream();
      await contender.append(
        stream,
        0,
        Array.from({ length: EVENTS_PER_STREAM }, () => makeEvent(stream)),
      );
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}

serve(
  {
    'fill-ours': async ({ url, events }) => {
      ours = await openOurs(url);
      await fill(ours, events, 32);
    },
    'fill-emmett': async ({ url, events }) => {
      const emmett = await openEmmett(url);
      await fill(emmett, events, 1);
      await emmett.close();
    },
    ours: ({ each }) => ourProjector(ours).catchUp(each),
    'bare-loop': ({ url }) => bareLoop(url),
    emmett: ({ url }) => emmettConsumer(url),
  },
  () => ours?.close(),
);
