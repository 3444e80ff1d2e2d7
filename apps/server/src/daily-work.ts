import type { INestApplicationContext } from '@nestjs/common';
import { Eraser } from '@promise/erasure';
import { AccountRetention } from '@promise/tracker';
import type { Logger } from 'pino';

/**
 * What every server does at its start and every day: deletes the accounts whose time is over, and carries out again what
 * was decided to be erased, for another server may have gone before it could, or the purge may have failed. One that fails
 * keeps none of the others from being done.
 */
export async function dailyWork(app: INestApplicationContext, log: Logger): Promise<void> {
  try {
    const accounts = await app.get(AccountRetention, { strict: false }).apply();
    log.info({ accounts }, 'accounts deleted because they were kept long enough');
  } catch (error) {
    log.error({ err: error }, 'accounts could not be deleted');
  }
  try {
    await app.get(Eraser, { strict: false }).resume();
  } catch (error) {
    log.error({ err: error }, 'what was erased could not be erased again');
  }
}
