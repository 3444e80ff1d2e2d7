import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { londonDay } from '@promise/kernel';
import { Now } from '../api/conventions/now';
import { PartnershipsQuery, type PartnershipView } from '@promise/partnerships';

/** How long an answer is good for: what a partnership publishes may be seen for so much longer. */
const REMEMBERED_MS = 1_000;

const ID = /^[a-z0-9-]{1,100}$/;

/** What can be no id is not asked for: PostgreSQL does not take every text. */
export function isPartnershipId(text: string): boolean {
  return ID.test(text);
}

interface Remembered {
  readonly until: number;
  readonly answer: Promise<PartnershipView | null>;
}

/** The partnership that a request is about. Every request asks, so the answer is remembered for a second. */
@Injectable()
export class KnownPartnerships {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly partnerships: PartnershipsQuery,
    private readonly time: Now,
  ) {}

  /** Null where there is no such partnership; that is asked anew each time, so that a new one is seen at once. */
  async one(partnership: string): Promise<PartnershipView | null> {
    if (!isPartnershipId(partnership)) return null;
    const known = this.remembered.get(partnership);
    if (known && known.until > performance.now()) return known.answer;
    const now = this.time.instant();
    const answer = this.partnerships.one(partnership, { asAt: londonDay(now), knownAt: now });
    this.remembered.set(partnership, { until: performance.now() + REMEMBERED_MS, answer });
    try {
      const found = await answer;
      if (!found) this.remembered.delete(partnership);
      return found;
    } catch (error) {
      this.remembered.delete(partnership);
      throw error;
    }
  }

  /** What was just recorded about it is seen at once by whoever recorded it here. */
  forget(partnership: string): void {
    this.remembered.delete(partnership);
  }
}
