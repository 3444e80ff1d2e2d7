import { types } from 'node:util';

/** What the log keeps of an error. */
export interface ErrorInLog {
  readonly type: string;
  /** Not of what a database says: it quotes the values that a person typed. */
  readonly message?: string;
  /** The frames only, without the message. */
  readonly stack: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly cause?: ErrorInLog;
}

const DEEPEST_CAUSE = 5;

/** Keeps of an error what helps to mend it, and nothing that a person typed: no query, no parameters, no row. */
export function errorInLog(error: unknown, depth = 0): ErrorInLog {
  if (!types.isNativeError(error)) return { type: typeof error, stack: '' };
  const said = isOfDatabase(error) ? {} : { message: error.message };
  const cause =
    error.cause === undefined || depth === DEEPEST_CAUSE ? {} : { cause: errorInLog(error.cause, depth + 1) };
  return {
    type: error.name,
    ...said,
    stack: framesOf(error),
    ...textOf(error, 'code'),
    ...textOf(error, 'constraint'),
    ...cause,
  };
}

/** TypeORM's errors carry their query, those of pg the severity that PostgreSQL gave them. */
function isOfDatabase(error: Error): boolean {
  return error.name === 'QueryFailedError' || 'query' in error || 'driverError' in error || 'severity' in error;
}

/** A message may have lines that look like frames, so it goes first. */
function framesOf(error: Error): string {
  const stack = (error.stack ?? '').replace(error.message, '');
  return stack
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .join('\n');
}

function textOf<Name extends string>(error: Error, name: Name): Partial<Record<Name, string>> {
  const value = (error as Error & Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? ({ [name]: value } as Record<Name, string>) : {};
}
