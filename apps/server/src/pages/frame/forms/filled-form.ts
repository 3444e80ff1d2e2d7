import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { GuardedRequest } from '../../../api/conventions/signed-in';

/** The hidden fields of every form that records something. */
export const KEY_FIELD = '_key';
export const VERSION_FIELD = '_version';

/** Line ends as browsers send them, made plain. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What a person filled in, as text. Forms send text only; what it means is for each page to say. */
export class FilledForm {
  constructor(private readonly fields: Readonly<Record<string, readonly string[]>>) {}

  static readonly empty = new FilledForm({});

  /** From the body of a posted form, or from a query. */
  static of(body: unknown): FilledForm {
    const entries = Object.entries((body ?? {}) as Record<string, unknown>);
    const texts = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string');
    return new FilledForm(Object.fromEntries(entries.map(([name, value]) => [name, texts(value).map(plain)])));
  }

  /** A form that shows what is already known. Absent values are left out. */
  static filledWith(values: Readonly<Record<string, string | readonly string[] | null | undefined>>): FilledForm {
    const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
    return new FilledForm(Object.fromEntries(entries.map(([name, value]) => [name, [value ?? []].flat()])));
  }

  /** The text as typed, without space around it; empty where there is none. */
  text(name: string): string {
    return this.fields[name]?.[0]?.trim() ?? '';
  }

  /** The text, or undefined where there is none: for fields that may be left out. */
  given(name: string): string | undefined {
    const text = this.text(name);
    return text === '' ? undefined : text;
  }

  /** Every filled value of a field that can be there more than once. */
  all(name: string): string[] {
    return (this.fields[name] ?? []).map((each) => each.trim()).filter((each) => each !== '');
  }

  /** All fields and values, but for the hidden ones of the frame: to carry on to the next page. */
  entries(): (readonly [string, string])[] {
    return Object.entries(this.fields)
      .filter(([name]) => !name.startsWith('_'))
      .flatMap(([name, values]) => values.map((value) => [name, value] as const));
  }

  /** The idempotency key that the form was given when it was first opened; a new one for a new form. */
  get key(): string {
    const key = this.text(KEY_FIELD);
    return /^[0-9a-f-]{36}$/.test(key) ? key : randomUUID();
  }

  /** The version that the person read, where the form says so. */
  get version(): number | undefined {
    const version = this.text(VERSION_FIELD);
    return /^\d{1,9}$/.test(version) ? Number(version) : undefined;
  }
}

/** The form that was posted. The guard has seen that it comes from a page of ours. */
export const Filled = createParamDecorator((_: unknown, context: ExecutionContext): FilledForm => {
  const request = context.switchToHttp().getRequest<GuardedRequest>();
  return FilledForm.of(request.body);
});
