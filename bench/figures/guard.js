const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { perUnit, withCpu } = require('../lib/cpu');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const READ = 'north-lanarkshire';
const WRITTEN = 'south-lanarkshire';
const SHOWN = 40;
const ROLE = 'worker';
const WARM_UP = 400;
/** Short turns, and many: what other programs do to the machine meets all contenders. */
const TURNS_A_ROUND = 8;

const OPEN = 'no guard';
const ASKED = {
  'a command': { way: 'commands', path: `/api/v1/partnerships/${WRITTEN}/milestones`, times: 60, atMost: 1.1 },
  'a timeline read': { way: 'get', path: `/api/v1/partnerships/${READ}/timeline`, times: 40, atMost: 1.15 },
};

/** What the check of session and policy adds, for a browser and for a program, to the same server without it. */
async function guard({ postgres, rounds, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'promise-bench-guard-'));
  const load = new WorkerProcess('http-load.js');
  const server = new WorkerProcess('tracker-server.js');
  try {
    const url = await postgres.database('guard');
    const at = await server.ask('open', { url, dataDir: mkdtempSync(join(folder, 'data-')), projecting: false });
    await server.ask('fill', { milestones: { [READ]: SHOWN } });
    const member = await server.ask('somebody', { partnerships: [READ, WRITTEN], role: ROLE });
    await postgres.query('VACUUM ANALYZE', url);
    const letIn = { person: member.person, role: ROLE, partnerships: [READ, WRITTEN] };
    const contenders = [
      { name: OPEN, headers: member.session, letIn },
      { name: 'a browser’s session', headers: member.session, letIn: null },
      { name: 'a program’s token', headers: member.token, letIn: null },
    ];
    for (const what of Object.keys(ASKED)) {
      await measure(what, contenders, { at, server, load, postgres, turns: rounds * TURNS_A_ROUND, report });
    }
  } finally {
    await load.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(what, contenders, { at, server, load, postgres, turns, report }) {
  const { way, path, times, atMost } = ASKED[what];
  const ask = async ({ headers, letIn }, many) => {
    await server.ask('withoutGuard', { letIn });
    return load.ask(way, { port: at.port, path, headers, times: many });
  };
  for (const contender of contenders) await ask(contender, WARM_UP);
  const label = `${what}, one after the other`;
  const details = {};
  const values = await interleave(contenders, turns, async (contender) => {
    const { result, cpu } = await withCpu({ server: server.pid, database: postgres.pid }, () => ask(contender, times));
    (details[contender.name] ??= []).push({ ...result, cpuMsPerRequest: perUnit(cpu, times, 1000) });
    return result.p50;
  });
  report.values('guard', label, 'ms', values, details);
  report.cpu('ms a request', details, 'cpuMsPerRequest');
  for (const { name } of contenders.slice(1)) report.ratio('guard', label, name, OPEN, { atMost });
}

module.exports = { guard };
