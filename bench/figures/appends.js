const { perUnit, withCpu } = require('../lib/cpu');
const { interleave } = require('../lib/rounds');
const { Pgbench } = require('../lib/pgbench');
const { WorkerProcess } = require('../lib/worker-process');

const CLIENTS = [1, 8, 32];
const SECONDS = 1;

/** Durable appends, one event at a time: the tracker's store beside emmett, castore and bare single-row inserts. */
async function appends({ postgres, rounds, report, pgbench }) {
  const contenders = [];
  for (const name of ['ours', 'emmett', 'castore']) {
    const worker = new WorkerProcess('append-worker.js');
    await worker.ask('open', { name, url: await postgres.database(name) });
    contenders.push({
      name,
      measure: (clients) => worker.ask('append', { clients, ms: SECONDS * 1000 }),
      pid: worker.pid,
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
    measure: (clients) => program.insertFor(clients, SECONDS),
    stop: () => program.remove(),
  };
}

async function measure(contenders, clients, { postgres, rounds, report }) {
  const label = `${clients} ${clients === 1 ? 'client' : 'clients'}`;
  const details = {};
  const values = await interleave(contenders, rounds, async ({ name, pid, measure: run }) => {
    await postgres.checkpoint();
    const pids = { ...(pid && { client: pid }), database: postgres.pid };
    const { result, cpu } = await withCpu(pids, () => run(clients));
    const { perSecond, appends: count, ...more } = result;
    (details[name] ??= []).push({ ...more, cpuMicrosecondsPerAppend: perUnit(cpu, count, 1e6) });
    report.progress(`appends, ${label}: ${name} ${Math.round(perSecond)}/s`);
    return perSecond;
  });
  report.values('appends', label, 'events/s', values, details);
  report.cpu('µs an append', details, 'cpuMicrosecondsPerAppend');
  report.ratio('appends', label, 'ours', 'emmett', clients === 32 ? { atLeast: 5 } : {});
  report.ratio('appends', label, 'ours', 'castore');
  if (values.pgbench) report.ratio('appends', label, 'ours', 'pgbench', clients === 32 ? { atLeast: 1 } : {});
}

module.exports = { appends };
