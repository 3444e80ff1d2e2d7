const { randomUUID } = require('node:crypto');
require('../lib/typescript');
const { lib } = require('../lib/dist');
const { makeEvent, TYPE } = require('../lib/events');
const { serve } = require('../lib/worker-process');
const { Simulator } = require('../../test/eventstoredb/simulator');

const EVENTS_PER_STREAM = 10;

let simulator;
let stream;

/** One frame for all: a million different ones would fill the memory of this process with nothing of interest. */
function makeData() {
  const { canonicalBytes } = lib('kernel');
  const { envelope, payload } = makeEvent('north-lanarkshire/milestone/one');
  const bytes = [canonicalBytes(envelope), canonicalBytes(payload)];
  return new Uint8Array(Buffer.concat([Buffer.from(`${bytes[0].length}\n`), ...bytes]));
}

let data;

/** Appends so many events as the tracker writes them, one after the other, without a call. */
function fill({ events }) {
  data ??= makeData();
  const metadata = new Uint8Array();
  for (let n = 0; n < events; n += 1) {
    if (n % EVENTS_PER_STREAM === 0) stream = `north-lanarkshire/milestone/${randomUUID()}`;
    const record = { id: randomUUID(), type: TYPE, contentType: 'application/octet-stream', data, metadata };
    simulator.log.append(stream, 'any', [record]);
  }
}

serve(
  {
    start: async () => {
      simulator = await Simulator.start();
      return simulator.url;
    },
    fill,
  },
  () => simulator?.stop(),
);
