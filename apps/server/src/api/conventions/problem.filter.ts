import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { NotYetFresh } from '@promise/projections';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { isPage } from '../../sign-in/is-page';
import { Problem, type ProblemDocument } from './problem';
import { problemOf } from './problem-of';
import type { GuardedRequest } from './signed-in';

/** Answers a problem as a page, to a person. */
export type ProblemPages = (problem: ProblemDocument, request: GuardedRequest, response: Response) => Promise<void>;

/** Writes every error as a problem document, or as a page where a person looks at it; what is our own fault is logged and goes out without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly pages: ProblemPages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<GuardedRequest>();
    const response = http.getResponse<Response>();
    const known = problemOf(error);
    if (isOurFault(error, known)) this.log.error({ err: error, path: request.path }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = known ?? ourFault();
    response.set(problem.headers);
    if (isPage(request)) {
      this.pages(problem.document, request, response).catch((failure: unknown) => {
        this.log.error({ err: failure, path: request.path }, 'the page of a problem failed');
        response.status(500).end();
      });
      return;
    }
    response
      .status(problem.document.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem.document, instance: request.path }));
  }
}

/** Whoever asks for what is still to come is told so; nothing has failed. */
function isOurFault(error: unknown, known: Problem | null): boolean {
  return !(error instanceof NotYetFresh) && (known?.document.status ?? 500) >= 500;
}

function ourFault(): Problem {
  const detail = 'Something went wrong here, and it has been logged. Nothing was recorded unless you were told so.';
  return new Problem('our-fault', 500, 'Something went wrong here', detail);
}
