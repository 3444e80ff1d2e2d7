import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { type Day, endOfLondonDay } from '@promise/kernel';
import type { Times } from '@promise/projections';
import { testDatabase } from '@promise/testing';
import { openTracker, readSettings, type Tracker, TrackerModule } from '@promise/tracker';
import { historyUntil } from '../../apps/demo/src/history/history';
import { recordHistory } from '../../apps/demo/src/record-history';
import { SimulatedClock } from '../../apps/demo/src/simulated-clock';

/** The demonstration on a database of its own, as it stands at the end of the last day of its history. */
export interface DemoTracker {
  readonly app: INestApplicationContext;
  readonly tracker: Tracker;
  ask<Answer>(query: Query<Answer>): Promise<Answer>;
  stop(): Promise<void>;
}

export async function demoTracker(until: Day): Promise<DemoTracker> {
  const database = await testDatabase();
  const clock = new SimulatedClock();
  const fail = (error: Error): void => {
    throw error;
  };
  const reports = { onNotice: () => undefined, onProblem: fail, onRebuild: () => undefined };
  const tracker = await openTracker(readSettings({ DATABASE_URL: database.url }, '/'), reports, clock);
  const app = await NestFactory.createApplicationContext(TrackerModule.of(tracker), { logger: false });
  await recordHistory(app, tracker, clock, historyUntil(until));
  return {
    app,
    tracker,
    ask: (query) => app.get(QueryBus, { strict: false }).execute(query),
    async stop() {
      await app.close();
      await tracker.close();
      await database.drop();
    },
  };
}

/** A day as it stood at its end. */
export function endOf(day: Day): Times {
  return { asAt: day, knownAt: endOfLondonDay(day) };
}
