import { type ExecutionContext, Injectable } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { MAX_FILE_BYTES } from '@promise/vault';
import { EMPTY } from 'rxjs';
import { Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import { comesFromHere, CSRF_FIELD, CSRF_HEADER, isCsrfTokenFor } from './forgery';
import { isPage, onlyReads } from './is-page';

/** Reads a form with a file, as it comes from a page. */
const FormWithFile = FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, fields: 100, files: 1 } });

/**
 * Refuses writes that another site's page may have made a browser send. A bearer token is no cookie, so nothing that
 * carries one can be forged.
 */
@Injectable()
export class ForgeryCheck {
  private readonly formWithFile = new FormWithFile();

  /** Runs when the person is known to be allowed, so that nobody else's files are read. */
  async check(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (onlyReads(request)) return;
    if (isPage(request)) await this.checkForm(context, request);
    else if (request.bySession) checkScript(request);
  }

  private async checkForm(context: ExecutionContext, request: GuardedRequest): Promise<void> {
    if (!comesFromHere(request)) throw forged('It did not come from a page of this site.');
    if (request.is('multipart/form-data')) await this.formWithFile.intercept(context, { handle: () => EMPTY });
    const body = request.body as Record<string, unknown> | undefined;
    if (!hasToken(request, body?.[CSRF_FIELD])) throw forged('The page it came from was not opened in this browser.');
  }
}

function checkScript(request: GuardedRequest): void {
  if (comesFromHere(request) && hasToken(request, request.get(CSRF_HEADER))) return;
  throw forged(`Send the header ${CSRF_HEADER} with the token of the page, or a bearer token.`);
}

function hasToken(request: GuardedRequest, given: unknown): boolean {
  return request.sessionToken !== undefined && isCsrfTokenFor(request.sessionToken, given);
}

function forged(detail: string): Problem {
  return new Problem('not-from-here', 403, 'This was not sent from a page of ours', detail);
}
