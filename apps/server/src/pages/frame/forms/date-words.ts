import { isDay, parseTimescale, type Timescale } from '@promise/kernel';
import { monthName } from '../dates';
import type { FilledForm } from './filled-form';
import type { FormError } from './form-errors';
import { dateWords } from './date-question.words';

/** How exact a date is, as the first part of the date question asks. */
export const EXACTNESS = ['day', 'month', 'season', 'year', 'range', 'ongoing', 'words'] as const;
export type Exactness = (typeof EXACTNESS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** The date as understood, with a sentence to show it back; or what is wrong with which field. */
export type DateAnswer =
  | { readonly ok: true; readonly words: string; readonly timescale: Timescale; readonly understood: string }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/**
 * The answer to the date question `name`: the words that `parseTimescale` reads, made of the fields that belong to the
 * choice, or the plan's own words.
 */
export function dateAnswer(form: FilledForm, name: string): DateAnswer {
  const exact = EXACTNESS.find((each) => each === form.text(name));
  if (!exact) return wrong(name, dateWords().howExactMissing);
  const made = WORDS[exact](form, name);
  if (typeof made !== 'string') return { ok: false, errors: [made] };
  const parsed = parseTimescale(made);
  if (!parsed.ok) return wrong(exact === 'words' ? `${name}-words` : name, dateWords().unreadable(parsed.reason));
  return { ok: true, words: parsed.timescale.words, timescale: parsed.timescale, understood: parsed.understood };
}

/** The calendar day of three number fields `name-day`, `name-month`, `name-year`; an error names the field. */
export function dayAnswer(form: FilledForm, name: string): { readonly day: string } | { readonly error: FormError } {
  const read = dayOf(form, name);
  return typeof read === 'string' ? { day: read } : { error: read };
}

type Made = string | FormError;

const WORDS: Readonly<Record<Exactness, (form: FilledForm, name: string) => Made>> = {
  day: (form, name) => {
    const day = dayOf(form, `${name}-on`);
    return typeof day === 'string' ? spelt(day) : day;
  },
  month: (form, name) => monthOf(form, `${name}-in`),
  season: (form, name) => {
    const season = SEASONS.find((each) => each === form.text(`${name}-season`));
    if (!season) return { field: `${name}-season`, message: dateWords().seasonMissing };
    const year = yearOf(form, `${name}-season-year`);
    if (typeof year !== 'number') return year;
    return season === 'winter' ? `winter ${year}/${String(year + 1).slice(2)}` : `${season} ${year}`;
  },
  year: (form, name) => {
    const year = yearOf(form, `${name}-year`);
    return typeof year === 'number' ? String(year) : year;
  },
  range: (form, name) => {
    const from = monthOf(form, `${name}-from`);
    if (typeof from !== 'string') return from;
    const to = monthOf(form, `${name}-to`);
    return typeof to === 'string' ? `${from} to ${to}` : to;
  },
  ongoing: (form, name) => {
    const from = monthOf(form, `${name}-since`);
    return typeof from === 'string' ? `${from} onwards` : from;
  },
  words: (form, name) => form.given(`${name}-words`) ?? { field: `${name}-words`, message: dateWords().wordsMissing },
};

function monthOf(form: FilledForm, name: string): Made {
  const month = Number(form.text(`${name}-month`));
  if (!(Number.isInteger(month) && month >= 1 && month <= 12)) {
    return { field: `${name}-month`, message: dateWords().monthWrong };
  }
  const year = yearOf(form, `${name}-year`);
  return typeof year === 'number' ? `${monthName(month)} ${year}` : year;
}

function dayOf(form: FilledForm, name: string): string | FormError {
  const [date = NaN, month = NaN] = ['day', 'month'].map((part) => numberOf(form.text(`${name}-${part}`)));
  if (!(date >= 1 && date <= 31)) return { field: `${name}-day`, message: dateWords().dayWrong };
  if (!(month >= 1 && month <= 12)) return { field: `${name}-month`, message: dateWords().monthWrong };
  const year = yearOf(form, `${name}-year`);
  if (typeof year !== 'number') return year;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(day) ? day : { field: `${name}-day`, message: dateWords().noSuchDay(monthName(month), year) };
}

function yearOf(form: FilledForm, field: string): number | FormError {
  const year = numberOf(form.text(field));
  return year >= 1990 && year <= 2100 ? year : { field, message: dateWords().yearWrong };
}

function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : NaN;
}

function spelt(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthName(Number(month))} ${year}`;
}

function wrong(field: string, message: string): DateAnswer {
  return { ok: false, errors: [{ field, message }] };
}
