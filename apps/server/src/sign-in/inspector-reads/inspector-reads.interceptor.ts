import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, type InspectorRead, InspectorReads, mayOnlyAsInspector } from '@promise/identity';
import type { Response } from 'express';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { Problem } from '../../api/conventions/problem';
import { problemOf } from '../../api/conventions/problem-of';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { ACTION } from '../action';
import { HeldAnswer } from './held-answer';
import { pathAsked } from './path-asked';

const FIRST_REFUSAL = 400;
const OUR_FAULT = 500;

/** Records what somebody reads as an inspector, and answers only once that is done. */
@Injectable()
export class InspectorReadsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly reads: InspectorReads,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const action = this.reflector.getAllAndOverride<Action>(ACTION, [context.getHandler(), context.getClass()]);
    const { person, partnership } = request;
    if (!person || !partnership || !mayOnlyAsInspector(action, person.roles)) return next.handle();
    const held = new HeldAnswer(response, (status) => {
      const { method } = request;
      const exported = status < FIRST_REFUSAL && isExport(action, response);
      return this.record(partnership.partnership, {
        ...{ person: person.id, action, method, path: pathAsked(request), status, exported },
      });
    });
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        await held.letGo(problemOf(error)?.document.status ?? OUR_FAULT);
        throw error;
      }),
      mergeMap(async (value: unknown) => {
        await held.letGo(response.statusCode);
        return value;
      }),
    );
  }

  private async record(partnership: string, read: Omit<InspectorRead, 'id' | 'at'>): Promise<void> {
    try {
      await this.reads.record(partnership, read);
    } catch (error) {
      throw notRecorded(error);
    }
  }
}

/** A file is handed over; the report is made to be printed and taken along. */
function isExport(action: Action, response: Response): boolean {
  return action === 'report.read' || String(response.getHeader('Content-Disposition')).startsWith('attachment');
}

function notRecorded(cause: unknown): Problem {
  const detail =
    'What an inspector reads is recorded before it is shown, and that could not be done just now. Ask again in a moment.';
  const headers = { 'Retry-After': '5' };
  const problem = new Problem('read-not-recorded', 503, 'This read could not be recorded', detail, { headers });
  problem.cause = cause;
  return problem;
}
