import type { Response } from 'express';
import type { ProblemDocument } from '../../../api/conventions/problem';
import type { ProblemPages } from '../../../api/conventions/problem.filter';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { comesFromHere, CSRF_FIELD } from '../../../sign-in/forgery';
import { onlyReads } from '../../../sign-in/is-page';
import { NOT_FROM_HERE } from '../../../sign-in/forgery-check';
import { ensureSessionToken } from '../../../sign-in/session-cookie';
import type { Who } from '../../../sign-in/who';
import { sendText } from '../compression';
import type { Page } from '../page';
import { frameWithoutRecord } from '../pages';
import { renderPage } from '../render-page';
import { problemPage, sendAgainPage, signInAgainPage } from './problem-page';

const NOT_SIGNED_IN = 401;
const NOT_FOUND = 404;

/** Answers problems to people. `who` says who looks where no route, and so no guard, was reached. */
export function problemPages(who: Who): ProblemPages {
  return async (problem, request, response) => {
    if (problem.status === NOT_FOUND && !request.person) await identify(who, request);
    await sendProblemPage(problem, request, response);
  };
}

async function identify(who: Who, request: GuardedRequest): Promise<void> {
  const person = await who.of(request);
  if (person) request.person = person;
}

/** As a page, or by sending them to sign in and back. */
async function sendProblemPage(problem: ProblemDocument, request: GuardedRequest, response: Response): Promise<void> {
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
  if (!comesFromHere(request)) return problemPage(problem, frame);
  const unsent = { action: request.originalUrl, fields: fieldsOf(request.body) };
  if (problem.status === NOT_SIGNED_IN) return signInAgainPage(unsent, frame);
  const { person, csrf } = frame;
  const stale = problem.type === NOT_FROM_HERE && person !== null && csrf !== null && unsent.action.startsWith('/p/');
  return stale ? sendAgainPage(unsent, csrf) : problemPage(problem, frame);
}

/** All that was typed, without the token of the session that has ended. */
function fieldsOf(body: unknown): (readonly [string, string])[] {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).filter(([name]) => name !== CSRF_FIELD);
  return fields.flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  );
}
