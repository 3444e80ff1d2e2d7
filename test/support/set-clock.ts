import type { Clock, Instant } from '@promise/kernel';

/** A clock that a test sets; it may also go backwards, as that of a second server may be behind. */
export class SetClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  move(milliseconds: number): void {
    this.instant = new Date(Date.parse(this.instant) + milliseconds).toISOString();
  }
}
