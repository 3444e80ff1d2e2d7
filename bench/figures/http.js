const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { perUnit, withCpu } = require('../lib/cpu');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const CONNECTIONS = 32;
const SECONDS = 3;
const WARM_UP_SECONDS = 3;
const LABEL = `POST a milestone, ${CONNECTIONS} connections`;

/** The command over HTTP: the tracker with and without its projector beside a Nest handler that only checks and inserts. */
async function http({ postgres, rounds, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'promise-bench-http-'));
  const load = new WorkerProcess('http-load.js');
  const servers = [
    { name: 'bare Nest handler, insert by pg', file: 'bare-server.js', typeOrm: false },
    { name: 'bare Nest handler, insert by TypeORM', file: 'bare-server.js', typeOrm: true },
    { name: 'ours, projecting', file: 'tracker-server.js', projecting: true },
    { name: 'ours, projector stopped', file: 'tracker-server.js', projecting: false },
  ];
  try {
    for (const server of servers) await open(server, postgres, folder);
    for (const { at } of servers)
      await load.ask('post', { ...at, connections: CONNECTIONS, ms: WARM_UP_SECONDS * 1000 });
    await measure(servers, load, { postgres, rounds, report });
  } finally {
    await load.stop();
    for (const { process } of servers) await process?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(server, postgres, folder) {
  const { file, projecting, typeOrm } = server;
  server.process = new WorkerProcess(file);
  const dataDir = mkdtempSync(join(folder, 'data-'));
  server.at = await server.process.ask('open', { url: await postgres.database('http'), dataDir, projecting, typeOrm });
}

async function measure(servers, load, { postgres, rounds, report }) {
  const details = {};
  const values = await interleave(servers, rounds, async ({ name, at, process, projecting }) => {
    await process.ask('settle', { projecting });
    await postgres.checkpoint();
    const wanted = { ...at, connections: CONNECTIONS, ms: SECONDS * 1000 };
    const { result, cpu } = await withCpu({ server: process.pid, database: postgres.pid }, () =>
      load.ask('post', wanted),
    );
    const { perSecond, requests, ...more } = result;
    const cpuMs = perUnit(cpu, requests, 1000);
    const behind = projecting ? { eventsBehind: await process.ask('behind') } : {};
    (details[name] ??= []).push({ ...more, cpuMsPerRequest: cpuMs, ...behind });
    report.progress(`http: ${name} ${Math.round(perSecond)}/s, CPU ms a request: ${JSON.stringify(cpuMs)}`);
    return perSecond;
  });
  report.values('http', LABEL, 'requests/s', values, details);
  report.cpu('ms a request', details, 'cpuMsPerRequest');
  const [byPg, byTypeOrm] = servers.map(({ name }) => name);
  report.ratio('http', LABEL, 'ours, projecting', byPg, { atLeast: 0.5 });
  report.ratio('http', LABEL, 'ours, projector stopped', byPg, { atLeast: 0.7 });
  report.ratio('http', LABEL, 'ours, projecting', byTypeOrm);
  report.ratio('http', LABEL, 'ours, projector stopped', byTypeOrm);
}

module.exports = { http };
