import type { Response } from 'express';
import type { ProblemDocument } from '../../../api/conventions/problem';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { comesFromHere, CSRF_FIELD } from '../../../sign-in/forgery';
import { onlyReads } from '../../../sign-in/is-page';
import { ensureSessionToken } from '../../../sign-in/session-cookie';
import { sendText } from '../compression';
import type { Page } from '../page';
import { frameWithoutRecord } from '../pages';
import { renderPage } from '../render-page';
import { problemPage, signInAgainPage } from './problem-page';

const NOT_SIGNED_IN = 401;

/** Answers a problem to a person: as a page, or by sending them to sign in and back. */
export async function sendProblemPage(
  problem: ProblemDocument,
  request: GuardedRequest,
  response: Response,
): Promise<void> {
  if (problem.status === NOT_SIGNED_IN && onlyReads(request)) {
    response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
    return;
  }
  if (problem.status === NOT_SIGNED_IN) ensureSessionToken(request, response);
  const page = pageOf(problem, request);
  response.status(problem.status).set('Cache-Control', 'no-store');
  await sendText(request, response, 'text/html; charset=utf-8', renderPage(page, frameWithoutRecord(request)));
}

function pageOf(problem: ProblemDocument, request: GuardedRequest): Page {
  const frame = frameWithoutRecord(request);
  const keeps = problem.status === NOT_SIGNED_IN && comesFromHere(request);
  return keeps
    ? signInAgainPage({ action: request.originalUrl, fields: fieldsOf(request.body) }, frame)
    : problemPage(problem, frame);
}

/** All that was typed, without the token of the session that has ended. */
function fieldsOf(body: unknown): (readonly [string, string])[] {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).filter(([name]) => name !== CSRF_FIELD);
  return fields.flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  );
}
