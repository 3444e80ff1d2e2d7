import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DemonstrationPeople } from '@promise/identity';
import type { Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { describeApi } from './api/docs/openapi';
import { FrameworkLog } from './logging/log';
import { requestLog } from './logging/request-log';
import { ServerModule } from './server.module';

const LARGEST_JSON = '1mb';

export type Application = NestExpressApplication;

/** The Nest application over an open tracker; it does not listen yet. */
export async function makeApplication(
  tracker: Tracker,
  people: DemonstrationPeople,
  log: Logger,
): Promise<Application> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.of(tracker, people, log), {
    logger: new FrameworkLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(log));
  app.useBodyParser('json', { limit: LARGEST_JSON });
  describeApi(app);
  return app;
}
