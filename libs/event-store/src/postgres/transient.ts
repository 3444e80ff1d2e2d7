import { types } from 'node:util';
import { DatabaseError } from 'pg';

/**
 * SQLSTATE classes after which the same call may succeed: connection lost, transaction rolled back, resources short,
 * operator intervened, system error; and read-only, which a server is while another one takes over.
 */
const TRANSIENT = ['08', '40', '53', '57', '58', '25006'];

/** Whether the outcome is in doubt or the failure will pass; anything else is an answer of the database. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return isConnectionFailure(error);
  return TRANSIENT.some((code) => error.code?.startsWith(code));
}

/** What the driver throws when a socket fails or a time is over: an errno, or a sentence of its own. */
function isConnectionFailure(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return 'errno' in error || /^E[A-Z]+$/.test(code) || /connection|timeout|not queryable/i.test(error.message);
}
