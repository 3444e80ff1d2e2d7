const { resolve } = require('node:path');
const { QueryBus } = require('@nestjs/cqrs');
const { Demonstration } = require('../../bin/support/demonstration');
const { mainPages } = require('../../bin/support/main-pages');
const { quantile } = require('../lib/statistics');
const { serve } = require('../lib/worker-process');

const DIST = resolve(__dirname, '../..', process.env.BENCH_DIST ?? 'dist');

let demonstration;
let bus;
/** What the pages ask the query bus, as they ask it. */
const asked = [];

/** The demonstration, and its pages with the cookies of who looks at them. */
async function open({ url, day }) {
  demonstration = await Demonstration.open({ day, databaseUrl: url, dist: DIST });
  bus = demonstration.app.get(QueryBus, { strict: false });
  const execute = bus.execute.bind(bus);
  bus.execute = (query) => {
    asked.push(query);
    return execute(query);
  };
  const pages = {};
  for (const [name, { path, role }] of Object.entries(await mainPages(demonstration))) {
    const cookie = role === null ? null : await demonstration.signedIn(role);
    pages[name] = { path, cookie: cookie && `${cookie.name}=${cookie.value}` };
  }
  return { address: demonstration.address, port: Number(new URL(demonstration.address).port), pages };
}

/** The queries that were asked since the last call, kept to be asked again. */
function queriesSince() {
  queries = asked.splice(0);
  return queries.length;
}

let queries = [];

/** Asks the kept queries so many times, one after the other, and takes the time of each turn. */
async function ask({ times }) {
  const kept = queries;
  const ms = [];
  for (let n = 0; n < times; n += 1) {
    const begin = performance.now();
    for (const query of kept) await bus.execute(query);
    ms.push(performance.now() - begin);
  }
  asked.splice(0);
  ms.sort((a, b) => a - b);
  return { p50: quantile(ms, 0.5) };
}

/** The timeline that the pages show. */
function timeline() {
  return demonstration.timeline();
}

serve({ open, queriesSince, ask, timeline }, () => demonstration?.close());
