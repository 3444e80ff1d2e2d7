import type { VNode } from 'preact';
import { ErrorSummary, Form, Submit } from '../../frame/forms/form';
import type { FormError } from '../../frame/forms/form-errors';
import type { FilledForm } from '../../frame/forms/filled-form';
import type { Page } from '../../frame/page';
import type { FormField } from './field';
import { recordingWords } from './words';

/** What both pages of a form are drawn from. */
export interface FormView<View> {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly name?: string | undefined;
  readonly home: string;
  readonly address: string;
  readonly csrf: string;
  readonly key: string;
  readonly version?: number | undefined;
  readonly view: View;
  readonly fields: readonly FormField<View>[];
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
  readonly status?: number | undefined;
  /** What stands before the questions, and before the answers. */
  readonly aside?: VNode | null | undefined;
}

/** The questions of a form. */
export function formPage<View>(shown: FormView<View>): Page {
  const { title, intro, errors, status } = shown;
  return {
    title,
    status: status ?? (errors.length > 0 ? 400 : 200),
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <Heading {...shown} text={title} />
        {intro === undefined ? null : <p>{intro}</p>}
        {shown.aside ?? null}
        <Form action={shown.address} csrf={shown.csrf} key_={shown.key} version={shown.version}>
          {shown.fields.map((field) => (
            <div key={field.id}>{field.render(shown)}</div>
          ))}
          <Submit>{recordingWords().goOn}</Submit>
        </Form>
        <Cancel home={shown.home} />
      </>
    ),
  };
}

/** The heading, below what the form is about. */
export function Heading({ name, text }: { readonly name?: string | undefined; readonly text: string }): VNode {
  return (
    <>
      {name === undefined ? null : (
        <p class="pt-about">
          <span class="visually-hidden">{recordingWords().about}: </span>
          {name}
        </p>
      )}
      <h1>{text}</h1>
    </>
  );
}

export function Cancel({ home }: { readonly home: string }): VNode {
  return (
    <p>
      <a href={home}>{recordingWords().cancel}</a>
    </p>
  );
}
