import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Freshness } from '@promise/projections';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { badRequest } from './problem';

const PATIENCE_MS = 5_000;

/** A request with `Read-After: <position>` is answered when the read models have come that far. */
@Injectable()
export class ReadAfterInterceptor implements NestInterceptor {
  constructor(private readonly freshness: Freshness) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const position = request.get('Read-After');
    if (position !== undefined) await this.wait(position);
    return next.handle();
  }

  private async wait(position: string): Promise<void> {
    try {
      await this.freshness.waitUntil(position, PATIENCE_MS);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw badRequest([
        { field: 'Read-After', rule: 'position', message: 'must be a position that a command answered' },
      ]);
    }
  }
}
