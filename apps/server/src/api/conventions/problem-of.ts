import { EventTooLarge, StoreUnavailable } from '@promise/event-store';
import { Refusal } from '@promise/kernel';
import { BuiltFromAnotherLog, NotYetFresh } from '@promise/projections';
import { KeyReused, LostRace, StaleVersion, UnknownThing } from '@promise/recording';
import { FileErased, FileTooLarge } from '@promise/vault';
import { isOutOfReach } from './out-of-reach';
import { notFound, Problem } from './problem';
import { problemOfHttp, tooLarge } from './problem-of-http';

/** The version of what was never recorded. */
const NOTHING_YET = -1;

/** The problem that an error means to the caller; null for what is our own fault. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  return problemOfDomain(error) ?? problemOfStore(error) ?? problemOfHttp(error);
}

function problemOfDomain(error: unknown): Problem | null {
  if (error instanceof Refusal) {
    return new Problem('refused', 422, 'A rule forbids this', error.message, { errors: error.faults });
  }
  if (error instanceof UnknownThing)
    return notFound(`There is no ${error.kind} with the id ${error.id} in this partnership.`);
  if (error instanceof KeyReused) {
    return new Problem(
      'idempotency-key-reused',
      422,
      'This Idempotency-Key stands for another request',
      'The key was used before with another body. Send a new key with a new request.',
      { errors: [{ field: 'Idempotency-Key', rule: 'one-request', message: 'was used before with another body' }] },
    );
  }
  if (error instanceof StaleVersion && error.actual === NOTHING_YET) {
    return notFound('There is nothing with this id in this partnership.');
  }
  if (error instanceof StaleVersion) {
    const detail = `You read version ${error.given}; it is at version ${error.actual} now. Read it again and decide again.`;
    const errors = [{ field: 'If-Match', rule: 'current-version', message: `is not "${error.actual}"` }];
    return new Problem('stale-version', 412, 'It has changed since you read it', detail, { errors });
  }
  if (error instanceof LostRace) {
    const detail = 'Somebody else recorded something here while this was being recorded. Nothing of yours was written.';
    return new Problem('lost-race', 409, 'Somebody changed this at the same time', detail, { changes: error.changes });
  }
  return null;
}

function problemOfStore(error: unknown): Problem | null {
  if (error instanceof EventTooLarge) return tooLarge(error.message, 'body');
  if (error instanceof FileTooLarge) return tooLarge(error.message, 'file');
  if (error instanceof FileErased) {
    return new Problem(
      'erased',
      410,
      'This was erased',
      'What this file held was erased for good, and its record remains.',
    );
  }
  if (error instanceof NotYetFresh) {
    const detail = `The pages have not come as far as position ${error.position} yet. Ask again in a moment.`;
    return new Problem('not-yet-fresh', 503, 'Not as fresh as you asked for yet', detail, {
      headers: { 'Retry-After': '1' },
    });
  }
  if (error instanceof BuiltFromAnotherLog) {
    const detail =
      'This server was left on a log that has moved, so nothing was recorded. Tell whoever runs the tracker: it has to be started on the log that is in use.';
    return new Problem('another-log', 503, 'This server is on another log', detail);
  }
  if (error instanceof StoreUnavailable || isOutOfReach(error)) {
    const detail = 'The record cannot be reached. Send the same request with the same Idempotency-Key again.';
    return new Problem('unavailable', 503, 'The record cannot be reached', detail, { headers: { 'Retry-After': '5' } });
  }
  return null;
}
