import { type Action, networkOf } from '@promise/identity';
import type { RateLimits } from '@promise/tracker';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../api/conventions/problem';
import type { GuardedRequest } from '../api/conventions/signed-in';
import type { SecurityLog } from '../logging/security-log';
import { onlyReads } from './is-page';

const MINUTE_S = 60;

/**
 * Counts what people ask for, and refuses what is more than anybody needs: by person where that is known, else by
 * address. Each server counts in its own memory, in windows of a minute.
 */
export class RateLimiter {
  private readonly counters: Readonly<Record<keyof RateLimits, RateLimiterMemory>> | null;

  constructor(
    limits: RateLimits | null,
    private readonly security: SecurityLog,
  ) {
    this.counters = limits && {
      reads: counter(limits.reads),
      writes: counter(limits.writes),
      address: counter(limits.address),
      signIns: counter(limits.signIns),
    };
  }

  /**
   * Call it when it is known who asks, or that it is nobody.
   * @throws Problem 429
   */
  async count(action: Action, request: GuardedRequest): Promise<void> {
    if (action === 'health.read') return;
    const { person } = request;
    const network = networkOf(request.ip ?? '');
    if (person) await this.take(onlyReads(request) ? 'reads' : 'writes', person.id, request);
    else await this.take('address', network, request);
    if (action === 'sign-in' && !onlyReads(request)) await this.take('signIns', network, request);
  }

  private async take(kind: keyof RateLimits, whose: string, request: GuardedRequest): Promise<void> {
    const counter = this.counters?.[kind];
    if (!counter) return;
    try {
      await counter.consume(whose);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      // Once a minute says it: the log must not grow with what it tells of.
      if (refused.consumedPoints === counter.points + 1) await this.security.note('rate-limited', request, { kind });
      throw tooMany(Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}

function counter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTE_S });
}

function tooMany(seconds: number): Problem {
  return new Problem(
    'too-many-requests',
    429,
    'These are too many requests',
    `Wait ${seconds} seconds, then go on. The header Retry-After says the same.`,
    { headers: { 'Retry-After': String(seconds) } },
  );
}
