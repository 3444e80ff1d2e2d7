import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Day, type Instant, londonDay } from '@promise/kernel';

/** The time for reads that ask for "now". */
@Injectable()
export class Now {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  instant(): Instant {
    return this.clock.now();
  }

  today(): Day {
    return londonDay(this.clock.now());
  }
}
