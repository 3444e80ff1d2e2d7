import { ApiPropertyOptional } from '@nestjs/swagger';
import { endOfLondonDay, isDay, londonDay } from '@promise/kernel';
import type { Times } from '@promise/projections';
import { IsOptional } from 'class-validator';
import { AskedDayField, isWithin } from './asked-day';
import { rule } from './fields';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** The two times a read asks about. Both default to now; both the same day is "as it stood". */
export class TimesQuery {
  @AskedDayField({ description: 'How it was on this day (effective time). Default: today.', optional: true })
  asAt?: string;

  @ApiPropertyOptional({
    description: 'As far as it was recorded by the end of this day in London, or by this moment (UTC). Default: now.',
    type: String,
    example: '2026-03-31',
  })
  @IsOptional()
  @rule(
    'isDayOrInstant',
    'must be a day (YYYY-MM-DD) or a moment in UTC (2026-03-31T12:00:00Z), from 1900 to 2999',
    isDayOrInstant,
  )
  knownAt?: string;
}

/** The two times that a query means at this moment. */
export function timesOf(query: TimesQuery, now: string): Times {
  const { asAt = londonDay(now), knownAt = now } = query;
  return { asAt, knownAt: isDay(knownAt) ? endOfLondonDay(knownAt) : new Date(knownAt).toISOString() };
}

function isDayOrInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return (isDay(value) || isInstant(value)) && isWithin(value);
}

/** A moment that there is: the clock would make 2 March of 30 February. */
function isInstant(value: string): boolean {
  if (!INSTANT.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === value.slice(0, 19);
}
