import type { Clock, Instant } from '@promise/kernel';

/** A clock that shows the moment it was last set to. */
export class SimulatedClock implements Clock {
  private instant: Instant = '2021-03-01T09:00:00.000Z';

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }
}
