import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEvents } from '@promise/recording';
import { openTracker, readSettings, type Settings } from '@promise/tracker';
import { historyUntil } from './history/history';
import { makeDemonstration } from './make-demonstration';

const UNTIL = '2021-07-31';
const acts = historyUntil(UNTIL).length;
let folder: string;
let printed: string[];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'promise-demo-')), 'data');
  printed = [];
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}): Settings => readSettings({ DATA_DIR: folder, ...more }, '/');

function make(wanted: Settings, isOver: () => boolean = () => false, until = UNTIL): Promise<boolean> {
  const print = (text: string): void => void printed.push(text);
  const onProblem = (error: Error): void => {
    throw error;
  };
  return makeDemonstration(wanted, { print, onProblem, isOver, until });
}

/** Everything in the log, its texts opened. */
async function recorded(): Promise<{ envelope: object; payload: object }[]> {
  const reports = { onNotice: () => undefined, onProblem: () => undefined, onRebuild: () => undefined };
  const tracker = await openTracker(settings(), reports);
  try {
    const events = await openEvents(await tracker.store.readAll(null, 10_000), tracker.vault);
    return events.map(({ envelope, payload }) => ({ envelope, payload }));
  } finally {
    await tracker.close();
  }
}

/** Asks to stop after so many acts. */
function after(count: number): () => boolean {
  let asked = 0;
  return () => (asked += 1) > count;
}

it('finishes what was broken off, with the same records as if nothing had happened, and then leaves it alone', async () => {
  expect(await make(settings(), after(acts - 10))).toBe(false);
  const part = await recorded();
  expect(await make(settings(), undefined, '2021-08-15')).toBe(true);
  const whole = await recorded();
  expect(whole.slice(0, part.length)).toEqual(part);
  expect(whole.length).toBeGreaterThan(part.length);
  const before = printed.length;
  expect(await make(settings(), undefined, '2021-12-31')).toBe(true);
  expect(await recorded()).toEqual(whole);
  expect(printed.slice(before).join('')).not.toContain('Making the demonstration');

  rmSync(folder, { recursive: true });
  printed = [];
  expect(await make(settings())).toBe(true);
  expect(await recorded()).toEqual(whole);
  expect(printed.join('')).toContain(`${acts} things that an invented partnership did`);
  expect(printed.join('')).toContain(`2021: ${acts} of ${acts}`);
  expect(printed.join('')).toContain('The demonstration is made');
}, 120_000);

it('refuses a folder that holds anything else, and leaves it as it is', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'sign-in.json'), '{}');
  await expect(make(settings())).rejects.toThrow(`cannot use the data folder ${folder}`);
  expect(readdirSync(folder)).toEqual(['sign-in.json']);
});

it('refuses a folder whose marker is not its own', async () => {
  mkdirSync(folder);
  for (const text of ['no JSON', 'null', '{"partnership": "north-lanarkshire"}']) {
    writeFileSync(join(folder, 'demonstration.json'), text);
    await expect(make(settings())).rejects.toThrow('is not one of this demonstration');
  }
  expect(readdirSync(folder)).toEqual(['demonstration.json']);
});

it('refuses a log in which another partnership was recorded since', async () => {
  expect(await make(settings(), after(3))).toBe(false);
  const reports = { onNotice: () => undefined, onProblem: () => undefined, onRebuild: () => undefined };
  const tracker = await openTracker(settings(), reports);
  const [one] = await tracker.store.readAll(null, 1);
  if (!one) throw new Error('nothing was recorded');
  const id = '00000000-0000-4000-8000-000000000001';
  await tracker.store.append('north-lanarkshire/partnership/north-lanarkshire', -1, [{ ...one, id }]);
  await tracker.close();
  await expect(make(settings())).rejects.toThrow('records of another partnership');
  expect(JSON.parse(readFileSync(join(folder, 'demonstration.json'), 'utf8'))).toMatchObject({ complete: false });
}, 60_000);

it('refuses a database that is not its own, and another history than the one that was begun', async () => {
  const url = 'postgres://somebody@localhost/tracker';
  await expect(make(settings({ DATABASE_URL: url }))).rejects.toThrow('Unset DATABASE_URL');
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder);
  const marker = { partnership: 'firth-and-glen', until: UNTIL, history: 'another', complete: false };
  writeFileSync(join(folder, 'demonstration.json'), JSON.stringify(marker));
  await expect(make(settings())).rejects.toThrow('Delete that folder and start again');
});
