const { randomUUID } = require('node:crypto');
const { lib } = require('./dist');
const { historyOf } = require('./milestone-history');

const WRITERS = 16;
const PERSON = { id: '0b7ad6a5-7b0e-5e0c-8c52-7f1f4a7c9d10', role: 'worker' };
const FOUNDATIONS = ['voice', 'family', 'care', 'people', 'scaffolding', 'rights'];

/**
 * Writes milestones, each with its history, through the real seal and store; one append a milestone, which is what
 * makes it fast.
 * @param milestones how many, by partnership
 * @returns how many events were written
 */
async function fillLog(tracker, { milestones }) {
  const left = Object.entries(milestones).flatMap(([partnership, count]) => Array(count).fill(partnership));
  let written = 0;
  const write = async () => {
    for (let partnership = left.pop(); partnership !== undefined; partnership = left.pop()) {
      const events = await writeMilestone(tracker, partnership, FOUNDATIONS[left.length % FOUNDATIONS.length]);
      written += events;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return written;
}

async function writeMilestone({ store, vault, clock }, partnership, foundation) {
  const { canonicalBytes } = lib('kernel');
  const { milestoneStream } = lib('milestones');
  const { sealPayload } = lib('vault');
  const milestone = randomUUID();
  const stream = milestoneStream(partnership, milestone);
  const events = [];
  for (const { type, effectiveOn, payload } of historyOf(milestone, foundation)) {
    const id = randomUUID();
    const commandId = randomUUID();
    const envelope = {
      ...{ id, type, schemaVersion: 1, partnership, stream, recordedAt: clock.now(), effectiveOn },
      ...{ basis: { kind: 'recorded' }, actor: PERSON, commandId, causationId: commandId, correlationId: commandId },
    };
    const sealed = await sealPayload(payload, id, stream, vault);
    events.push({ id, type, envelope: canonicalBytes(envelope), payload: canonicalBytes(sealed) });
  }
  await store.append(stream, -1, events);
  return events.length;
}

module.exports = { fillLog };
