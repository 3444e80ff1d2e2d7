const { interleave } = require('../lib/rounds');
const { Pgbench } = require('../lib/pgbench');
const { WorkerProcess } = require('../lib/worker-process');

const CLIENTS = [1, 8, 32];
const SECONDS = 2;

/** Durable appends, one event at a time: the tracker's store beside emmett, castore and bare single-row inserts. */
async function appends({ postgres, rounds, report, pgbench }) {
  const contenders = [];
  for (const name of ['ours', 'emmett', 'castore']) {
    const worker = new WorkerProcess('append-worker.js');
    await worker.ask('open', { name, url: await postgres.database(name) });
    contenders.push({
      name,
      measure: (clients) => worker.ask('append', { clients, ms: SECONDS * 1000 }),
      stop: () => worker.stop(),
    });
  }
  if (pgbench) contenders.push(await singleRows(postgres));
  else report.skip('appends', 'pgbench', 'pgbench is not installed and could not be installed');
  try {
    for (const clients of CLIENTS) await measure(contenders, clients, { postgres, rounds, report });
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()));
  }
}

async function singleRows(postgres) {
  const url = await postgres.database('pgbench');
  await postgres.query(Pgbench.table, url);
  const program = new Pgbench(url);
  return {
    name: 'pgbench',
    measure: async (clients) => ({ perSecond: await program.insertFor(clients, SECONDS) }),
    stop: () => program.remove(),
  };
}

async function measure(contenders, clients, { postgres, rounds, report }) {
  const label = `${clients} ${clients === 1 ? 'client' : 'clients'}`;
  const details = {};
  const values = await interleave(contenders, rounds, async ({ name, measure: run }) => {
    await postgres.checkpoint();
    const { perSecond, ...more } = await run(clients);
    (details[name] ??= []).push(more);
    report.progress(`appends, ${label}: ${name} ${Math.round(perSecond)}/s`);
    return perSecond;
  });
  report.values('appends', label, 'events/s', values, details);
  report.ratio('appends', label, 'ours', 'emmett', clients === 32 ? { atLeast: 5 } : {});
  report.ratio('appends', label, 'ours', 'castore');
  if (values.pgbench) report.ratio('appends', label, 'ours', 'pgbench', clients === 32 ? { atLeast: 1 } : {});
}

module.exports = { appends };
