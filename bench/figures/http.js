const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const CONNECTIONS = 32;
const SECONDS = 3;
const LABEL = `POST a milestone, ${CONNECTIONS} connections`;

/** The command over HTTP: the tracker with and without its projector beside a Nest handler that only checks and inserts. */
async function http({ postgres, rounds, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'promise-bench-http-'));
  const load = new WorkerProcess('http-load.js');
  const servers = [
    { name: 'bare Nest handler, one insert', file: 'bare-server.js', projecting: false },
    { name: 'ours, projecting', file: 'tracker-server.js', projecting: true },
    { name: 'ours, projector stopped', file: 'tracker-server.js', projecting: false },
  ];
  try {
    for (const server of servers) await open(server, postgres, folder);
    for (const { at } of servers) await load.ask('post', { ...at, connections: CONNECTIONS, ms: 1000 });
    await measure(servers, load, { postgres, rounds, report });
  } finally {
    await load.stop();
    for (const { process } of servers) await process?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(server, postgres, folder) {
  const { file, projecting, name } = server;
  server.process = new WorkerProcess(file);
  const dataDir = mkdtempSync(join(folder, 'data-'));
  server.at = await server.process.ask('open', { url: await postgres.database('http'), dataDir, projecting, name });
}

async function measure(servers, load, { postgres, rounds, report }) {
  const details = {};
  const values = await interleave(servers, rounds, async ({ name, at, process, projecting }) => {
    await process.ask('settle', { projecting });
    await postgres.checkpoint();
    const { perSecond, ...more } = await load.ask('post', { ...at, connections: CONNECTIONS, ms: SECONDS * 1000 });
    if (projecting) more.behind = await process.ask('behind');
    (details[name] ??= []).push(more);
    report.progress(`http: ${name} ${Math.round(perSecond)}/s ${projecting ? `(${more.behind} events behind)` : ''}`);
    return perSecond;
  });
  report.values('http', LABEL, 'requests/s', values, details);
  report.ratio('http', LABEL, 'ours, projecting', servers[0].name, { atLeast: 0.5 });
  report.ratio('http', LABEL, 'ours, projector stopped', servers[0].name, { atLeast: 0.7 });
}

module.exports = { http };
