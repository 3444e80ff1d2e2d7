import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Day, type Instant, londonDay } from '@promise/kernel';
import { Freshness } from '@promise/projections';

/** The time for reads that ask for "now": never before what they show was recorded, on whichever server. */
@Injectable()
export class Now {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  instant(): Instant {
    return this.freshness.notBefore(this.clock.now());
  }

  today(): Day {
    return londonDay(this.clock.now());
  }
}
