import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DemonstrationPeople } from '@promise/identity';
import { FrameworkLog } from '@promise/running';
import type { Settings, Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { describeApi } from './api/docs/openapi';
import { requestLog } from './logging/request-log';
import { serveAssets } from './pages/frame/assets/serve-assets';
import { securityHeaders } from './pages/frame/security-headers';
import { ServerModule } from './server.module';
import { isPage } from './sign-in/is-page';
import { refuseRoutesWithoutAction } from './sign-in/routes';

const LARGEST_JSON = '1mb';
const LARGEST_FORM = '1mb';

export type Application = NestExpressApplication;

/**
 * The Nest application over an open tracker; it does not listen yet.
 * @throws Error a route does not stand in the policy table
 */
export async function makeApplication(
  tracker: Tracker,
  people: DemonstrationPeople,
  log: Logger,
  { proxies = 0, rateLimits = null }: Partial<Pick<Settings, 'proxies' | 'rateLimits'>> = {},
): Promise<Application> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.of(tracker, people, log, rateLimits), {
    logger: new FrameworkLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  refuseRoutesWithoutAction(app);
  app.disable('x-powered-by');
  // Nobody's word is taken for where a request comes from, but that of so many proxies.
  app.set('trust proxy', proxies);
  app.set('query parser', 'simple');
  app.use(requestLog(log));
  app.use(securityHeaders);
  app.use(serveAssets);
  app.useBodyParser('json', { limit: LARGEST_JSON });
  app.useBodyParser('urlencoded', { limit: LARGEST_FORM, extended: false, type: isForm });
  describeApi(app);
  return app;
}

/** Forms are read for pages only: the API takes JSON. */
function isForm(request: IncomingMessage): boolean {
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('application/x-www-form-urlencoded') && isPage({ path: request.url ?? '' });
}
