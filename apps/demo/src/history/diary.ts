import { type Actor, addDays, type Basis, type Day, type Instant, londonDay } from '@promise/kernel';
import { type Act, eventOf, type MilestoneDeed } from './act';
import { officeHour, workingDay } from './calendar';
import type { Chance } from './chance';
import { workerOn } from './staff';

export interface HowRecorded {
  /** Days between what happened and the record of it. */
  readonly lag?: number;
  readonly actor?: Actor;
  readonly basis?: Basis;
  /** Say on which day it was so, instead of leaving it to the day of the record. */
  readonly dayGiven?: boolean;
}

/** Writes down the acts of one milestone, never before what was written down earlier. */
export class Diary {
  private readonly written: Act[] = [];
  private last: Instant = '';

  constructor(
    private readonly sketch: string,
    private readonly chance: Chance,
  ) {}

  /** @returns the id of the first event that it leads to */
  note(name: string, happened: Day, deed: MilestoneDeed, how: HowRecorded = {}): string {
    const key = `${this.sketch}/${name}`;
    const at = this.momentFrom(workingDay(addDays(happened, how.lag ?? 0)));
    const actor = how.actor ?? workerOn(londonDay(at), this.chance);
    const effectiveOn = how.dayGiven === true ? { effectiveOn: happened } : {};
    const basis = how.basis ? { basis: how.basis } : {};
    this.written.push({ key, at, actor, ...effectiveOn, ...basis, deed: { ...deed, milestone: this.sketch } });
    return eventOf(key);
  }

  get acts(): readonly Act[] {
    return this.written;
  }

  private momentFrom(day: Day): Instant {
    const wanted = officeHour(day, this.chance);
    const soonest = this.last === '' ? wanted : new Date(Date.parse(this.last) + 240_000).toISOString();
    this.last = wanted < soonest ? soonest : wanted;
    return this.last;
  }
}
