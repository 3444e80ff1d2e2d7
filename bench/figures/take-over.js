const { randomUUID } = require('node:crypto');
const { spawn } = require('node:child_process');
const { fillLog } = require('../lib/fill-log');
const { lib, appFile } = require('../lib/dist');

const FIGURE = 'take-over';
const LONGEST_SECONDS = 10;
const LOOK_AGAIN_MS = 5;

/** How long reads stand still when the projector that works is killed, or hangs, beside one that waits. */
async function takeOver({ postgres, rounds, report }) {
  const url = await postgres.database('take_over');
  const tracker = await openTracker(url);
  const projectors = [];
  try {
    for (const [label, signal] of [
      ['killed', 'SIGKILL'],
      ['hangs', 'SIGSTOP'],
    ]) {
      const seconds = [];
      for (let round = 0; round < rounds; round += 1) {
        while (projectors.length < 2) projectors.push(await Projecting.start(url));
        const working = await oneThatWorks(projectors);
        projectors.splice(projectors.indexOf(working), 1);
        seconds.push(await outage(tracker, postgres, url, () => working.signal(signal)));
        await working.end();
        report.progress(`${FIGURE}, ${label}: ${seconds.at(-1).toFixed(2)} s`);
      }
      const name = `the projector ${label}`;
      report.values(FIGURE, label, 's', { [name]: seconds });
      report.limit(FIGURE, label, name, 's', LONGEST_SECONDS);
    }
  } finally {
    await Promise.all(projectors.map((each) => each.end()));
    await tracker.close();
  }
}

/** Seconds from the blow until reads show an event that was recorded right after it. */
async function outage(tracker, postgres, url, strike) {
  const begin = performance.now();
  strike();
  await fillLog(tracker, { milestones: { [`place-${randomUUID()}`]: 1 } });
  const head = await tracker.store.head();
  for (;;) {
    const [{ position }] = await postgres.query('SELECT position FROM read.checkpoint', url);
    if (position !== null && tracker.store.comparePositions(position, head) >= 0) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return (performance.now() - begin) / 1000;
}

async function openTracker(url) {
  const { openTracker: open, readSettings } = lib('tracker');
  const fail = (error) => {
    throw error;
  };
  const settings = readSettings({ DATABASE_URL: url }, '.');
  return open(settings, { onNotice: () => undefined, onProblem: fail, onRebuild: () => undefined });
}

/** A projector as `npm run projector` starts it. */
class Projecting {
  static async start(url) {
    const child = spawn(process.execPath, [appFile('projector/src/main')], {
      env: { ...process.env, DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'fatal' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    const ready = new Promise((resolve) => {
      child.stdout.on('data', (data) => {
        said += data;
        if (said.includes('\n')) resolve();
      });
    });
    await Promise.race([ready, ended]);
    const health = /its health is at (\S+)\n/.exec(said)?.[1];
    if (!health) throw new Error('the projector did not start');
    return Object.assign(new Projecting(), { child, ended, health });
  }

  async works() {
    return (await (await fetch(this.health)).json()).projector === 'working';
  }

  signal(signal) {
    this.child.kill(signal);
  }

  async end() {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

async function oneThatWorks(projectors) {
  for (;;) {
    for (const each of projectors) if (await each.works()) return each;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

module.exports = { takeOver };
