const { perUnit, withCpu } = require('../lib/cpu');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const FIGURE = 'event-store-db';
const CLIENTS = [1, 8, 32];
const SECONDS = 1;

const FEW = 10_000;
const MORE = 100_000;
const MANY = 1_000_000;
const CHUNK = 5_000;

/**
 * What the adapter for EventStoreDB adds to the client that it stands on, and whether following a long log takes more memory
 * than following a short one. On a simulator of the protocol: a real server would be slower, and hide the adapter.
 */
async function eventStoreDb({ rounds, report }) {
  await appends({ rounds, report });
  await following({ report });
}

async function appends({ rounds, report }) {
  const simulator = new WorkerProcess('simulator.js');
  const url = await simulator.ask('start');
  const contenders = [];
  for (const name of ['adapter', 'bare client']) {
    const worker = new WorkerProcess('append-worker.js');
    await worker.ask('open', { name, url });
    contenders.push({ name, worker });
  }
  try {
    for (const clients of CLIENTS) await measure(contenders, clients, { simulator, rounds, report });
  } finally {
    await Promise.all([simulator, ...contenders.map(({ worker }) => worker)].map((each) => each.stop()));
  }
}

async function measure(contenders, clients, { simulator, rounds, report }) {
  const label = `${clients} ${clients === 1 ? 'client' : 'clients'}`;
  const details = {};
  const values = await interleave(contenders, rounds, async ({ name, worker }) => {
    const pids = { client: worker.pid, simulator: simulator.pid };
    const { result, cpu } = await withCpu(pids, () => worker.ask('append', { clients, ms: SECONDS * 1000 }));
    const { perSecond, appends: count, ...more } = result;
    (details[name] ??= []).push({ ...more, cpuMicrosecondsPerAppend: perUnit(cpu, count, 1e6) });
    report.progress(`${FIGURE}, ${label}: ${name} ${Math.round(perSecond)}/s`);
    return perSecond;
  });
  report.values(FIGURE, label, 'events/s', values, details);
  report.cpu('µs an append', details, 'cpuMicrosecondsPerAppend');
  report.ratio(FIGURE, label, 'adapter', 'bare client', { atLeast: 0.8 });
}

async function following({ report }) {
  const simulator = new WorkerProcess('simulator.js');
  const follower = new WorkerProcess('follow-worker.js', {}, ['--expose-gc']);
  try {
    await follower.ask('open', { url: await simulator.ask('start') });
    const after = {};
    for (let followed = 0; followed < MANY; followed += CHUNK) {
      await Promise.all([follower.ask('follow', { events: CHUNK }), simulator.ask('fill', { events: CHUNK })]);
      const count = followed + CHUNK;
      if ([FEW, MORE, MANY].includes(count)) after[count] = await follower.ask('memory');
      if (count % MORE === 0) report.progress(`${FIGURE}: ${count} events followed`);
    }
    for (const [kind, name] of [
      ['inUse', 'in use'],
      ['resident', 'of the process'],
    ]) {
      const label = `memory ${name}`;
      const values = Object.fromEntries([MANY, MORE, FEW].map((count) => [`after ${count}`, [after[count][kind]]]));
      report.values(FIGURE, label, 'MiB', values);
      report.ratio(FIGURE, label, `after ${MANY}`, `after ${FEW}`, kind === 'inUse' ? { atMost: 1.1 } : {});
    }
  } finally {
    await Promise.all([follower.stop(), simulator.stop()]);
  }
}

module.exports = { eventStoreDb };
