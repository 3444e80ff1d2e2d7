const { openSync, readFileSync } = require('node:fs');
const { devNull } = require('node:os');
const { join, resolve } = require('node:path');
const { QueryBus } = require('@nestjs/cqrs');
const { pino } = require('pino');
const { app: appFile, lib } = require('../lib/dist');
const guard = require('../lib/guard');
const { fillLog } = require('../lib/fill-log');
const { quantile } = require('../lib/statistics');
const { serve } = require('../lib/worker-process');

const CHECKOUT = resolve(__dirname, '../..');

/** Requests are counted as they always are, and none is refused. */
const NEVER_MET = '1000000000,1000000000,1000000000,1000000000';

let app;
let tracker;

/** The tracker put together as its own start does, plans loaded, logging each request (to nowhere). */
async function open({ url, dataDir, projecting }) {
  const { DemonstrationPeople } = lib('identity');
  const { openTracker, readSettings } = lib('tracker');
  const { makeApplication } = appFile('server/src/application');
  const { loadPlansOnce } = appFile('server/src/load-plans');
  const settings = readSettings({ DATABASE_URL: url, DATA_DIR: dataDir, RATE_LIMITS: NEVER_MET }, CHECKOUT);
  const log = pino({ level: 'info', base: null }, pino.destination({ fd: openSync(devNull, 'w'), sync: false }));
  const onProblem = (error) => process.stderr.write(`${error.stack}\n`);
  tracker = await openTracker(settings, { onNotice: () => undefined, onProblem, onRebuild: () => undefined });
  app = await makeApplication(tracker, DemonstrationPeople.of(dataDir), log, settings);
  await app.init();
  await loadPlansOnce(app, tracker, settings, () => undefined);
  if (projecting) tracker.readSide.projector.start();
  await app.listen(0, '127.0.0.1');
  const signIn = JSON.parse(readFileSync(join(dataDir, 'sign-in.json'), 'utf8'));
  return { port: app.getHttpServer().address().port, token: signIn.worker.token };
}

/** Waits until the read models show everything, so that one measurement does not pay for the one before. */
async function settle({ projecting }) {
  const head = await tracker.store.head();
  if (projecting && head !== null) await tracker.freshness.waitUntil(head, 120_000);
}

/** How many events the read models are behind. */
async function behind() {
  return Number(await tracker.store.head()) - Number((await tracker.freshness.position()) ?? 0);
}

/** Writes the events of a timeline figure and brings the read models up to date; answers how fast that was. */
async function fill(wanted) {
  const written = await fillLog(tracker, wanted);
  const begin = performance.now();
  await tracker.readSide.projector.catchUp();
  return { written, projectedPerSecond: (written * 1000) / (performance.now() - begin) };
}

/** The query itself, through the query bus, one after the other. */
async function timeline({ partnership, times }) {
  const { ReadTimeline } = lib('timeline');
  const { londonDay } = lib('kernel');
  const bus = app.get(QueryBus);
  const ms = [];
  let milestones = 0;
  for (let n = 0; n < times; n += 1) {
    const knownAt = tracker.clock.now();
    const begin = performance.now();
    const found = await bus.execute(
      new ReadTimeline(partnership, { horizon: 10, lanes: 'foundation' }, { asAt: londonDay(knownAt), knownAt }),
    );
    ms.push(performance.now() - begin);
    milestones = found.lanes.reduce((sum, lane) => sum + lane.milestones.length, 0);
  }
  ms.sort((a, b) => a - b);
  return { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), milestones };
}

/** Somebody with an account of their own, as people have one. */
function somebody(wanted) {
  return guard.somebody(app, tracker, wanted);
}

/** Takes the guard away, or puts it back. */
function withoutGuard({ letIn }) {
  return guard.withoutGuard(app, letIn);
}

serve({ open, settle, behind, fill, timeline, somebody, withoutGuard }, async () => {
  await app?.close();
  await tracker?.close();
});
