import { types } from 'node:util';

/** SQLSTATE classes that say that the server stops, starts, or takes no more connections now. */
const SQLSTATES = /^(08...|53300|57P0[1-5])$/;

/** Failures of the network, as Node names them. */
const NETWORK = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN)$/;

/** What pg and its pool say in a sentence, without a code. */
const SENTENCES =
  /^(Connection terminated|Client has encountered a connection error|timeout (exceeded|expired) (when|waiting)|Query read timeout|Client was closed|Connection ended)/;

const DEEPEST_CAUSE = 5;

/** Whether PostgreSQL cannot be reached now, said by pg itself, or by TypeORM or the vault with that as its cause. */
export function isOutOfReach(error: unknown, depth = 0): boolean {
  if (!types.isNativeError(error) || depth > DEEPEST_CAUSE) return false;
  const { code } = error as Error & { readonly code?: unknown };
  if (typeof code === 'string' && (SQLSTATES.test(code) || NETWORK.test(code))) return true;
  if (SENTENCES.test(error.message)) return true;
  return causesOf(error).some((cause) => isOutOfReach(cause, depth + 1));
}

/** Node gives one error for each address of a host that it tried. */
function causesOf(error: Error): unknown[] {
  const { driverError, errors } = error as Error & { readonly driverError?: unknown; readonly errors?: unknown };
  return [error.cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
}
