import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { type ErrorInLog, errorInLog } from './error-in-log';

/** How every log of ours writes errors. */
export const SERIALIZERS = { err: (error: unknown): ErrorInLog => errorInLog(error) };

/** Structured logs on standard error: one JSON object a line, never with what a person typed. */
export function makeLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: SERIALIZERS },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** The framework's own messages, in the same log. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown, context?: string): void {
    this.to.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.to.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.to.error({ context, stack }, String(message));
  }
}
