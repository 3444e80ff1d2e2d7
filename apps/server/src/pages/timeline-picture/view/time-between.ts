import { type Day, daysBetween, lastDayOfMonth } from '@promise/kernel';
import { counted } from '../../frame/messages';

/** `1 year 9 months`, `3 months`, `12 days`: whole months, or days below one month. Order does not matter. */
export function timeBetween(one: Day, other: Day): string {
  const [from, to] = one < other ? [one, other] : [other, one];
  const months = wholeMonths(from, to);
  if (months === 0) return counted(daysBetween(from, to), 'day');
  const years = Math.floor(months / 12);
  const parts = [years > 0 ? counted(years, 'year') : '', months % 12 > 0 ? counted(months % 12, 'month') : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** From the last day of a month to the last day of another counts as whole months, however long they are. */
function wholeMonths(from: Day, to: Day): number {
  const [year, month, day] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const months = (toYear - year) * 12 + toMonth - month;
  const reached = toDay >= day || to === lastDayOfMonth(toYear, toMonth);
  return reached ? months : months - 1;
}

function partsOf(day: Day): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
