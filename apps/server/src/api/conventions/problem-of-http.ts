import { HttpException } from '@nestjs/common';
import type { Fault } from '@promise/kernel';
import { badRequest, Problem } from './problem';

/** Errors of the framework and its body parsers: only their status and a sentence of our own go out. */
export function problemOfHttp(error: unknown): Problem | null {
  const status = statusOf(error);
  if (status === null) return null;
  if (status === 400) return badRequest([faultOf(error)]);
  const [title, detail] = SENTENCES[status] ?? [
    'The request cannot be answered',
    'The request cannot be answered as it is.',
  ];
  if (status === 413)
    return tooLarge(detail, error instanceof HttpException && isOfForm(error.cause) ? 'file' : 'body');
  return new Problem(KINDS[status] ?? 'bad-request', status, title, detail);
}

/** @param field `body` or `file` */
export function tooLarge(detail: string, field: 'body' | 'file'): Problem {
  const errors = [{ field, rule: 'at-most', message: 'is larger than what can be kept' }];
  return new Problem('too-large', 413, 'This is too large to be kept', detail, { errors });
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** The framework wraps what its parsers throw. */
function faultOf(error: unknown): Fault {
  const thrown: unknown = error instanceof HttpException ? error.cause : error;
  if (thrown instanceof URIError) {
    return {
      field: 'address',
      rule: 'percent-encoding',
      message: 'the address has a % that begins no valid character',
    };
  }
  if (thrown instanceof SyntaxError) {
    return { field: 'body', rule: 'json', message: 'is not well-formed JSON' };
  }
  if (isOfForm(thrown)) {
    return { field: 'body', rule: 'form', message: 'is not a form with `shows` and one file named `file`' };
  }
  return { field: 'body', rule: 'well-formed', message: 'is not well-formed for its type, or ended too early' };
}

/** Whether the parser of multipart/form-data threw it. */
function isOfForm(thrown: unknown): boolean {
  return (
    thrown instanceof Error && (thrown.name === 'MulterError' || /multipart|of form|part header/i.test(thrown.message))
  );
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
  404: ['There is no such page', 'There is nothing at this address. The routes are listed at /api/docs.'],
  413: ['This is too large to be kept', 'The body is too large: JSON may have 1 MB, a file 20 MB.'],
  415: ['The type of the body is not supported', 'Send application/json, or multipart/form-data with a file.'],
};
