import { dayInWords } from '../../frame/dates';
import { DateQuestion, DayQuestion } from '../../frame/forms/date-question';
import { dateAnswer, dayAnswer } from '../../frame/forms/date-words';
import type { FilledForm } from '../../frame/forms/filled-form';
import { type FieldRead, type Filling, type FormField, textIn } from './field';
import { recordingWords } from './words';

interface Asked {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
  /** What no answer means. */
  readonly otherwise?: string;
}

const PARTS = ['day', 'month', 'year'] as const;

/** The day of something that happened. */
export function dayField(name: string, asked: Asked): FormField {
  return {
    id: `${name}-day`,
    label: asked.label,
    names: { [name]: `${name}-day` },
    render: ({ form, errors }) => <DayQuestion {...asked} name={name} form={form} errors={errors} />,
    read: (form) => readDay(form, name),
    answer: (form) => dayShown(form, name) || (asked.otherwise ?? ''),
    fill: (values) => fillDay(values, name),
  };
}

/** Three number fields as a day; nothing where all are empty. */
export function readDay(form: FilledForm, name: string): FieldRead {
  if (PARTS.every((part) => form.text(`${name}-${part}`) === '')) return { values: {} };
  const read = dayAnswer(form, name);
  return 'day' in read ? { values: { [name]: read.day } } : { values: {}, errors: [read.error] };
}

export function dayShown(form: FilledForm, name: string): string {
  const day = readDay(form, name).values[name];
  return typeof day === 'string' ? dayInWords(day) : '';
}

export function fillDay(values: Readonly<Record<string, unknown>>, name: string): Filling {
  const [year, month, day] = (textIn(values, name) ?? '').split('-');
  if (!year || !month || !day) return {};
  return { [`${name}-day`]: `${Number(day)}`, [`${name}-month`]: `${Number(month)}`, [`${name}-year`]: year };
}

/** When something is planned: as exact as it is, or in the plan's own words. */
export function timescaleField(name: string, asked: Asked): FormField {
  return {
    id: name,
    label: asked.label,
    names: { [name]: name },
    render: ({ form, errors }) => <DateQuestion {...asked} name={name} form={form} errors={errors} />,
    read: (form) => {
      const read = dateAnswer(form, name);
      return read.ok ? { values: { [name]: read.words } } : { values: {}, errors: read.errors };
    },
    answer: (form) => timescaleShown(form, name),
    fill: (values) => {
      const words = wordsIn(values[name]);
      return words === undefined ? {} : { [name]: 'words', [`${name}-words`]: words };
    },
  };
}

/** The words, and how they are understood. */
export function timescaleShown(form: FilledForm, name: string): string {
  const read = dateAnswer(form, name);
  return read.ok ? `“${read.words}”\n${recordingWords().understood(read.understood)}` : '';
}

function wordsIn(timescale: unknown): string | undefined {
  if (typeof timescale === 'string') return timescale;
  const words = (timescale as { readonly words?: unknown } | undefined)?.words;
  return typeof words === 'string' ? words : undefined;
}
