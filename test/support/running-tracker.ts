import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DemonstrationPeople, type DemonstrationSignIns } from '@promise/identity';
import { type Clock, systemClock } from '@promise/kernel';
import { SERIALIZERS } from '@promise/running';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { openTracker, readSettings, type Tracker } from '@promise/tracker';
import { pino } from 'pino';
import { type Application, makeApplication } from '../../apps/server/src/application';
import { loadPlansOnce } from '../../apps/server/src/load-plans';
import { Simulator } from '../eventstoredb/simulator';

const CHECKOUT = resolve(__dirname, '../..');

/** Tests ask for more than any person does. */
const FASTER_THAN_PEOPLE = { RATE_LIMITS: 'off' };

export type RoleName = 'worker' | 'lead' | 'board' | 'approver' | 'inspector' | 'administrator';

/** The whole tracker on a PostgreSQL database of its own, as a test talks to it. */
export interface RunningTracker {
  readonly app: Application;
  readonly tracker: Tracker;
  readonly server: Server;
  readonly token: Readonly<Record<RoleName, string>>;
  /** By what else the demonstration people sign in. */
  readonly signIns: DemonstrationSignIns;
  readonly databaseUrl: string;
  /** Position of the last event that a caller of this test wrote. */
  readonly last: { position: string | null };
  /** Everything that was logged, one JSON object a line. */
  readonly logged: string[];
  stop(): Promise<void>;
}

interface Wanted {
  readonly clock?: Clock;
  /** Load the plans that come with the tracker (default). */
  readonly plans?: boolean;
  /** Let the projector follow (default); without it, reads stay as old as they are. */
  readonly projecting?: boolean;
  /** How many proxies stand in front (none). */
  readonly proxies?: number;
  /** A database that is there already, and stays; one of its own where none is given. */
  readonly database?: TestDatabase;
  /** Further settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** With `TEST_EVENT_STORE=simulator` every tracker that chooses no log has it in a simulated EventStoreDB. */
async function simulatorOf({ database, environment }: Wanted): Promise<Simulator | null> {
  if (process.env.TEST_EVENT_STORE !== 'simulator' || database || environment?.EVENT_STORE_URL) return null;
  const simulator = await Simulator.start();
  simulator.log.maxAppendBytes = 16 * 2 ** 20;
  return simulator;
}

/** Starts it as the server's start does, plans and demonstration people included. */
export async function runningTracker(wanted: Wanted = {}): Promise<RunningTracker> {
  const { clock = systemClock, plans = true, projecting = true, proxies = 0, environment = {} } = wanted;
  const database = wanted.database ?? (await testDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'promise-test-'));
  const simulator = await simulatorOf(wanted);
  const settings = readSettings(
    {
      ...FASTER_THAN_PEOPLE,
      ...(simulator ? { EVENT_STORE_URL: simulator.url } : {}),
      ...environment,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
    },
    CHECKOUT,
  );
  const logged: string[] = [];
  const log = pino({ level: 'info', serializers: SERIALIZERS }, { write: (line: string) => void logged.push(line) });
  const fail = (error: Error): void => void logged.push(JSON.stringify({ level: 50, problem: error.stack }));
  const onNotice = (notice: string): void => void logged.push(JSON.stringify({ level: 30, notice }));
  const reports = { onNotice, onProblem: fail, onRebuild: () => undefined };
  const tracker = await openTracker(settings, reports, clock);
  const app = await makeApplication(tracker, DemonstrationPeople.of(dataDir), log, { ...settings, proxies });
  await app.init();
  if (plans) await loadPlansOnce(app, tracker, settings, () => undefined);
  if (projecting) tracker.readSide.projector.start();
  const signIns = JSON.parse(readFileSync(join(dataDir, 'sign-in.json'), 'utf8')) as DemonstrationSignIns;
  const stop = async (): Promise<void> => {
    await app.close();
    await tracker.close();
    if (!wanted.database) await database.drop();
    simulator?.stop();
    rmSync(dataDir, { recursive: true });
  };
  return {
    app,
    tracker,
    server: app.getHttpServer(),
    token: tokensOf(signIns),
    signIns,
    databaseUrl: database.url,
    last: { position: null },
    logged,
    stop,
  };
}

function tokensOf(signIns: DemonstrationSignIns): Record<RoleName, string> {
  const tokens = Object.entries(signIns).map(([role, { token }]) => [role, token]);
  return Object.fromEntries(tokens) as Record<RoleName, string>;
}
