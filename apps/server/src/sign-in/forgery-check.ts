import { type ExecutionContext, Injectable } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { MAX_FILE_BYTES } from '@promise/vault';
import type { StorageEngine } from 'multer';
import { EMPTY } from 'rxjs';
import { Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { comesFromHere, CSRF_FIELD, CSRF_HEADER, isCsrfTokenFor } from './forgery';
import { isPage, onlyReads } from './is-page';

const KIND = 'not-from-here';

/** The type of the problem that a refused write is. */
export const NOT_FROM_HERE = `/problems/${KIND}`;

/** More than twice the longest text that any form takes. What is read for people who are not signed in stays small. */
const MAX_FIELD_BYTES = 64 * 1024;

/** Reads a form with a file, as it comes from a page. */
const LIMITS = { fileSize: MAX_FILE_BYTES, fieldSize: MAX_FIELD_BYTES, fields: 100, files: 1 };
const FormWithFile = FileInterceptor('file', { limits: LIMITS });

/** Lets the file go by unread. */
const NOWHERE: StorageEngine = {
  _handleFile: (_request, file, done) => {
    file.stream.on('end', () => {
      done(null, { size: 0 });
    });
    file.stream.resume();
  },
  _removeFile: (_request, _file, done) => {
    done(null);
  },
};
const FormWithoutItsFile = FileInterceptor('file', { limits: LIMITS, storage: NOWHERE });

/**
 * Refuses writes that another site's page may have made a browser send. A bearer token is no cookie, so nothing that
 * carries one can be forged.
 */
@Injectable()
export class ForgeryCheck {
  private readonly formWithFile = new FormWithFile();
  private readonly formWithoutItsFile = new FormWithoutItsFile();
  /** A body can be read once. */
  private readonly read = new WeakSet<GuardedRequest>();

  /** Runs when the person is known to be allowed, so that nobody else's files are read. */
  async check(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (onlyReads(request)) return;
    if (isPage(request)) await this.checkForm(context, request);
    else if (request.bySession) checkScript(request);
  }

  /** Reads what somebody wrote whose sign-in has ended, but for the file, so that it is not lost. */
  async readWords(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (!isPage(request) || onlyReads(request) || !comesFromHere(request)) return;
    if (!isMultipart(request)) return;
    this.read.add(request);
    await this.formWithoutItsFile.intercept(context, NO_HANDLER);
  }

  private async checkForm(context: ExecutionContext, request: GuardedRequest): Promise<void> {
    if (!comesFromHere(request)) throw forged('It did not come from a page of this site.');
    if (isMultipart(request) && !this.read.has(request)) await this.formWithFile.intercept(context, NO_HANDLER);
    const body = request.body as Record<string, unknown> | undefined;
    if (!hasToken(request, body?.[CSRF_FIELD])) throw forged('The page it came from was not opened in this browser.');
  }
}

const NO_HANDLER = { handle: () => EMPTY };

function isMultipart(request: GuardedRequest): boolean {
  return Boolean(request.is('multipart/form-data'));
}

function checkScript(request: GuardedRequest): void {
  if (comesFromHere(request) && hasToken(request, request.get(CSRF_HEADER))) return;
  throw forged(`Send the header ${CSRF_HEADER} with the token of the page, or a bearer token.`);
}

function hasToken(request: GuardedRequest, given: unknown): boolean {
  return request.sessionToken !== undefined && isCsrfTokenFor(request.sessionToken, given);
}

function forged(detail: string): Problem {
  return new Problem(KIND, 403, 'This was not sent from a page of ours', detail);
}
