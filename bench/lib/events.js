const { randomUUID } = require('node:crypto');

/** Bytes of the canonical JSON of an event's envelope and payload together. */
const EVENT_BYTES = 535;

const TYPE = 'MilestoneStarted';

/**
 * One event as every store is given it: what the tracker's envelope says, and a payload that fills it up to
 * `EVENT_BYTES` in the tracker's own bytes.
 */
function makeEvent(stream) {
  const id = randomUUID();
  const envelope = {
    id,
    type: TYPE,
    schemaVersion: 1,
    partnership: 'north-lanarkshire',
    stream,
    recordedAt: new Date().toISOString(),
    effectiveOn: '2026-03-31',
    basis: { kind: 'recorded' },
    actor: { id: '0b7ad6a5-7b0e-5e0c-8c52-7f1f4a7c9d10', role: 'worker' },
    commandId: randomUUID(),
    causationId: randomUUID(),
    correlationId: randomUUID(),
  };
  const size = JSON.stringify(envelope).length;
  return { id, type: TYPE, envelope, payload: { note: 'x'.repeat(Math.max(0, EVENT_BYTES - size - 11)) } };
}

function newStream() {
  return `north-lanarkshire/milestone/${randomUUID()}`;
}

module.exports = { EVENT_BYTES, TYPE, makeEvent, newStream };
