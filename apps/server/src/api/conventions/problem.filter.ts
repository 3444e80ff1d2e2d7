import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { Problem } from './problem';
import { problemOf } from './problem-of';

/** Writes every error as a problem document; what is our own fault is logged and goes out without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const known = problemOf(error);
    if (!known || known.document.status >= 500) this.log.error({ err: error, path: request.path }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = known ?? ourFault();
    response
      .status(problem.document.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem.document, instance: request.path }));
  }
}

function ourFault(): Problem {
  const detail = 'Something went wrong here, and it has been logged. Nothing was recorded unless you were told so.';
  return new Problem('our-fault', 500, 'Something went wrong here', detail);
}
