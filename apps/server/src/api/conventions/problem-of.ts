import { HttpException } from '@nestjs/common';
import { EventTooLarge, StoreUnavailable } from '@promise/event-store';
import { Refusal } from '@promise/kernel';
import { NotYetFresh } from '@promise/projections';
import { KeyReused, LostRace, StaleVersion, UnknownThing } from '@promise/recording';
import { FileErased, FileTooLarge } from '@promise/vault';
import { notFound, Problem } from './problem';

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
  if (error instanceof EventTooLarge || error instanceof FileTooLarge) {
    return new Problem('too-large', 413, 'This is too large to be kept', error.message);
  }
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
  if (error instanceof StoreUnavailable) {
    const detail = 'The record cannot be reached. Send the same request with the same Idempotency-Key again.';
    return new Problem('unavailable', 503, 'The record cannot be reached', detail, { headers: { 'Retry-After': '5' } });
  }
  return null;
}

/** Errors of the framework and its body parser: only their status and a sentence of our own go out. */
function problemOfHttp(error: unknown): Problem | null {
  const status = statusOf(error);
  if (status === null) return null;
  const [title, detail] = SENTENCES[status] ?? [
    'The request cannot be answered',
    'The request cannot be answered as it is.',
  ];
  return new Problem(KINDS[status] ?? 'bad-request', status, title, detail);
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

const KINDS: Readonly<Record<number, string>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
};

const SENTENCES: Readonly<Record<number, readonly [string, string]>> = {
  400: [
    'The request cannot be understood',
    'The body is not well-formed for its type. Send JSON as the documentation shows.',
  ],
  404: ['There is no such page', 'There is nothing at this address. The routes are listed at /api/docs.'],
  413: ['This is too large to be kept', 'The body is too large: JSON may have 1 MB, a file 20 MB.'],
  415: ['The type of the body is not supported', 'Send application/json, or multipart/form-data with a file.'],
};
