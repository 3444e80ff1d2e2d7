const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');
const { EVENTS_PER_MILESTONE } = require('../lib/milestone-history');

const OURS = 'north-lanarkshire';
const SHOWN = 40;
const TIMES = 100;
const PATH = `/api/v1/partnerships/${OURS}/timeline`;

/** The same forty milestones on one timeline, in a short log and in a long one. */
async function timeline({ postgres, rounds, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'promise-bench-timeline-'));
  const load = new WorkerProcess('http-load.js');
  const logs = [
    { name: 'log of 1,000 events', events: 1_000 },
    { name: 'log of 100,000 events', events: 100_000 },
  ];
  try {
    for (const log of logs) await open(log, postgres, folder, report);
    await measure(
      logs,
      load,
      'query bus',
      ({ process }) => process.ask('timeline', { partnership: OURS, times: TIMES }),
      {
        ...{ rounds, report },
      },
    );
    await measure(logs, load, 'HTTP', ({ at }) => load.ask('get', { ...at, path: PATH, times: TIMES }), {
      rounds,
      report,
    });
  } finally {
    await load.stop();
    for (const { process } of logs) await process?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is not of the forty belongs to other partnerships: it must not show on this timeline. */
async function open(log, postgres, folder, report) {
  const { name, events } = log;
  log.process = new WorkerProcess('tracker-server.js');
  const url = await postgres.database('timeline');
  log.at = await log.process.ask('open', { url, dataDir: mkdtempSync(join(folder, 'data-')), projecting: false });
  const [{ count }] = await postgres.query('SELECT count(*)::int AS count FROM log.event', url);
  const others = Math.max(0, Math.floor((events - count) / EVENTS_PER_MILESTONE) - SHOWN);
  const half = Math.floor(others / 2);
  report.progress(`timeline: ${count} events of the plans, filling up to a ${name}`);
  const milestones = { [OURS]: SHOWN, 'south-lanarkshire': half, 'a-third-partnership': others - half };
  const { written, projectedPerSecond } = await log.process.ask('fill', { milestones });
  report.progress(`timeline: ${written} events written, all read models at ${Math.round(projectedPerSecond)} events/s`);
  log.projectedPerSecond = projectedPerSecond;
  await postgres.query('VACUUM ANALYZE', url);
}

async function measure(logs, load, way, ask, { rounds, report }) {
  const label = `timeline of ${SHOWN} milestones by ${way}`;
  const details = {};
  for (const log of logs) await ask(log);
  const values = await interleave(logs, rounds, async (log) => {
    const { p50, ...more } = await ask(log);
    if (more.milestones !== undefined && more.milestones !== SHOWN) throw new Error(`${more.milestones} milestones`);
    (details[log.name] ??= []).push({ ...more, projectedPerSecond: log.projectedPerSecond });
    return p50;
  });
  report.values('timeline', label, 'ms', values, details);
  report.ratio('timeline', label, logs[1].name, logs[0].name, { atMost: 1.3 });
}

module.exports = { timeline };
