const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const EVENTS = 50_000;
const MOST_ROUNDS = 3;

/** Following a log from its beginning: the tracker's projector beside emmett's and a bare loop, with the same row work. */
async function catchUp({ postgres, rounds, report }) {
  const ours = new WorkerProcess('catch-up-worker.js');
  const emmett = new WorkerProcess('catch-up-worker.js');
  try {
    const url = await postgres.database('log');
    const emmettUrl = await postgres.database('emmett_log');
    report.progress(`catch-up: writing ${EVENTS} events for each`);
    await ours.ask('fill-ours', { url, events: EVENTS });
    await emmett.ask('fill-emmett', { url: emmettUrl, events: EVENTS });
    await postgres.query('VACUUM ANALYZE', url);
    await postgres.query('VACUUM ANALYZE', emmettUrl);
    const contenders = [
      { name: 'ours', run: () => ours.ask('ours', { each: false }) },
      { name: 'bare loop', run: () => ours.ask('bare-loop', { url }) },
      { name: 'ours, a statement an event', run: () => ours.ask('ours', { each: true }) },
      { name: 'emmett', run: () => emmett.ask('emmett', { url: emmettUrl }) },
    ];
    await measure(contenders, { postgres, rounds: Math.min(rounds, MOST_ROUNDS), report });
  } finally {
    await Promise.all([ours.stop(), emmett.stop()]);
  }
}

async function measure(contenders, { postgres, rounds, report }) {
  const label = `${EVENTS} events`;
  const values = await interleave(contenders, rounds, async ({ name, run }) => {
    await postgres.checkpoint();
    const { ms, events } = await run();
    if (events !== EVENTS) throw new Error(`${name} counted ${events} of ${EVENTS} events`);
    const perSecond = (EVENTS * 1000) / ms;
    report.progress(`catch-up: ${name} ${Math.round(perSecond)}/s`);
    return perSecond;
  });
  report.values('catch-up', label, 'events/s', values);
  report.ratio('catch-up', label, 'ours', 'emmett', { atLeast: 5 });
  report.ratio('catch-up', label, 'ours', 'bare loop');
  report.ratio('catch-up', label, 'ours, a statement an event', 'emmett');
}

module.exports = { catchUp };
