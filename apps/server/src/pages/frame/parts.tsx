import { londonDay } from '@promise/kernel';
import type { ComponentChildren, VNode } from 'preact';
import { lastingAddress, type View } from './view';
import { frameWords } from './words';

const words = frameWords();

/** The way back to the page above. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }): VNode {
  return (
    <p class="pt-back pt-no-print">
      <a href={href}>
        <span aria-hidden="true">‹ </span>
        {children}
      </a>
    </p>
  );
}

/** The address under which this very view can be read again later. */
export function CiteView({ view }: { readonly view: View }): VNode {
  return (
    <p class="pt-cite pt-no-print">
      <a href={lastingAddress(view)}>{words.cite}</a>. {words.citeWhy}
    </p>
  );
}

/** The row that says what stands in the columns of a table. */
export function TableHead({ columns }: { readonly columns: readonly string[] }): VNode {
  return (
    <thead>
      <tr>
        {columns.map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A form that shows the same page as it was on another day. */
export function DayForm({ view, children }: { readonly view: View; readonly children?: ComponentChildren }): VNode {
  const { shown, times, path, rest } = view;
  const then = shown?.knownAt !== undefined;
  return (
    <form class="pt-filters pt-no-print" method="get" action={path} aria-labelledby="day-form">
      <h2 class="pt-filters__title" id="day-form">
        {words.day}
      </h2>
      {children ?? [...rest].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div>
        <label for="asAt">{words.dayLabel}</label>
        <input type="date" id="asAt" name="asAt" value={times.asAt} max={latestDay(view)} />
      </div>
      <div>
        <label for="known">{words.known}</label>
        <select id="known" name="known">
          <option value="now" selected={!then}>
            {words.knownNow}
          </option>
          <option value="then" selected={then}>
            {words.knownThen}
          </option>
        </select>
      </div>
      <button type="submit" class="ds_button ds_button--small">
        {words.show}
      </button>
    </form>
  );
}

/** The years to come can be looked at too: what would be overdue then. */
function latestDay({ times }: View): string {
  const year = Number(londonDay(times.knownAt).slice(0, 4)) + 15;
  return `${year}-12-31`;
}

/** `2026-11-22` inside a sentence becomes `22 November 2026` through `inWords`. */
export function daysSpelt(sentence: string, inWords: (day: string) => string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => inWords(day));
}
