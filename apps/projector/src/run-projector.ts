import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FrameworkLog, untilStopped } from '@promise/running';
import type { Settings, Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { ProjectorModule } from './projector.module';

/**
 * Builds the read models where they are missing, and keeps them up to date while it has the lease, until SIGINT or
 * SIGTERM. Prints where its health is told when it is ready.
 * @throws DatabaseLost, or why it cannot start; whatever was opened is closed again
 */
export async function runProjector(settingsOf: () => Settings): Promise<void> {
  await untilStopped(settingsOf, async ({ settings, log, stop, tracker, opening }) => {
    const app = await application(tracker, log);
    try {
      if (stop.hasCome) return;
      tracker.readSide.projector.start();
      await opening.close();
      await app.listen(settings.port, settings.host);
      process.stdout.write(`The projector is ready; its health is at ${await app.getUrl()}/health/ready\n`);
      log.info({ signal: await stop.asked }, 'stopping');
    } finally {
      await app.close();
    }
  });
}

async function application(tracker: Tracker, log: Logger): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ProjectorModule.of(tracker), {
    logger: new FrameworkLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  return app;
}
