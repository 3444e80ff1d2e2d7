import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { openTracker, readSettings, type Tracker, TrackerModule } from '@promise/tracker';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface Workplace {
  readonly app: INestApplicationContext;
  readonly tracker: Tracker;
}

/** Opens the tracker with the same settings as the server, joins its database where it runs, and leaves it as it was. */
export async function withTracker<Answer>(
  home: string,
  terminal: Terminal,
  work: (workplace: Workplace) => Promise<Answer>,
): Promise<Answer> {
  const tracker = await openTracker(readSettings(process.env, home), {
    onNotice: (message) => {
      terminal.say(message);
    },
    onProblem: (error) => {
      terminal.say(error.message);
    },
    onRebuild: ({ applied }) => {
      terminal.progress(`Building the read models: ${applied} events`);
    },
  });
  try {
    const app = await NestFactory.createApplicationContext(TrackerModule.of(tracker), {
      logger: false,
      abortOnError: false,
    });
    return await work({ app, tracker }).finally(() => app.close());
  } finally {
    await tracker.close();
  }
}
