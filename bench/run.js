const { loadavg } = require('node:os');
const { parseArgs } = require('node:util');
const { appends } = require('./figures/appends');
const { catchUp } = require('./figures/catch-up');
const { eventStoreDb } = require('./figures/event-store-db');
const { guard } = require('./figures/guard');
const { http } = require('./figures/http');
const { pages } = require('./figures/pages');
const { takeOver } = require('./figures/take-over');
const { timeline } = require('./figures/timeline');
const { machine } = require('./lib/machine');
const { BenchPostgres } = require('./lib/postgres');
const { pgbenchVersion } = require('./lib/pgbench');
const { Report } = require('./lib/report');

const FIGURES = {
  appends,
  'event-store-db': eventStoreDb,
  'catch-up': catchUp,
  'take-over': takeOver,
  http,
  guard,
  timeline,
  pages,
};

const HELP = `npm run bench -- [--only FIGURE]... [--rounds N]

Measures the tracker beside its peers on one PostgreSQL and prints ratios.

  --only FIGURE   one of ${Object.keys(FIGURES).join(', ')}; may be given again
  --rounds N      how often each contender is measured (5)
`;

async function main() {
  const { values: options } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean' },
    },
  });
  if (options.help) return void process.stdout.write(HELP);
  const names = options.only ?? Object.keys(FIGURES);
  const rounds = Number(options.rounds);
  const unknown = names.find((name) => !(name in FIGURES));
  if (unknown || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(HELP);
    process.exitCode = 2;
    return;
  }
  await measure(names, rounds);
}

async function measure(names, rounds) {
  const postgres = await BenchPostgres.start();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void postgres.stop().then(() => process.exit(130)));
  try {
    const report = new Report(await machine(postgres), { rounds, figures: names });
    print(report.result.machine);
    warn(report.result.machine);
    const pgbench = pgbenchVersion() !== null;
    for (const name of names) await figure(name, { postgres, rounds, report, pgbench });
    report.result.machine.loadAfter = loadavg()[0];
    process.stdout.write(`\nWritten to ${report.write()}\n`);
  } finally {
    await postgres.stop();
  }
}

function print(machine) {
  for (const [name, value] of Object.entries(machine))
    process.stdout.write(`${name.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : value}\n`);
}

/** A figure that fails takes nothing from the others. */
async function figure(name, measuring) {
  try {
    await FIGURES[name](measuring);
  } catch (error) {
    measuring.report.skip(name, 'the whole figure', `it failed: ${error.message}`);
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}

function warn({ loadBefore, cores, onDisk }) {
  if (loadBefore > cores / 4) {
    process.stdout.write(`
Other programs use this machine (load ${loadBefore.toFixed(1)} on ${cores} cores). A contender that works in one process gets a smaller
share of the cores than one that works in 32: the rates below are unfair to it, the processor times are not.
`);
  }
  if (!onDisk)
    process.stdout.write('\nThe folder lies in memory: nothing is durable, set BENCH_DIR to one on a disk.\n');
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
