import { applyDecorators } from '@nestjs/common';
import { DayField, type FieldOptions, rule } from './fields';

const FIRST = '1900-01-01';
const LAST = '2999-12-31';

/** A day that a read asks about. What lies outside the bounds means nothing here, and databases have limits of their own. */
export function AskedDayField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    DayField(options),
    rule(
      'withinBounds',
      `must lie between ${FIRST} and ${LAST}`,
      (value) => typeof value !== 'string' || isWithin(value),
    ),
  );
}

/** Whether a day, or the day of an instant, lies within what reads may ask about. */
export function isWithin(dayOrInstant: string): boolean {
  const day = dayOrInstant.slice(0, 10);
  return FIRST <= day && day <= LAST;
}
