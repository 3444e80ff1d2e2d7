import type { VNode } from 'preact';
import type { FilledForm } from '../../frame/forms/filled-form';
import type { FormError } from '../../frame/forms/form-errors';

/** What a field is drawn from: the form as filled in, what is wrong with it, and what it is about. */
export interface Shown<View> {
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
  readonly view: View;
}

/** What a field adds to the body of the command; absent values are left out. */
export interface FieldRead {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FormError[];
}

/** Values of form fields, by name. */
export type Filling = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** One question of a form: how it is asked, what its answer means to the command, and how it is shown back. */
export interface FormField<View = unknown> {
  /** Name of the first input, to go back to. */
  readonly id: string;
  readonly label: string;
  /** Field of the command (such as `citation.place`) → input of the form. */
  readonly names: Readonly<Record<string, string>>;
  /** What inputs other than the first are called in errors. */
  readonly labels?: Readonly<Record<string, string>>;
  render(shown: Shown<View>): VNode;
  read(form: FilledForm): FieldRead;
  /** The answer in words; empty for none. */
  answer(form: FilledForm, view: View): string | readonly string[];
  /** The inputs filled with values as the body of the command, or an event, has them. */
  fill(values: Readonly<Record<string, unknown>>): Filling;
}

/** The body that the fields amount to, and what cannot even be read. */
export function readAll(fields: readonly FormField<never>[], form: FilledForm): Required<FieldRead> {
  const read = fields.map((field) => field.read(form));
  return {
    values: Object.assign({}, ...read.map(({ values }) => values)) as Record<string, unknown>,
    errors: read.flatMap(({ errors = [] }) => errors),
  };
}

/** `{name: value}`, or nothing where there is no value. */
export function pick(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [name]: value };
}

/** A text among values of unknown shape. */
export function textIn(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
