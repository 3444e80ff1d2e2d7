import type { ComponentChildren, VNode } from 'preact';
import type { FilledForm } from './filled-form';
import { errorOf, type FormError } from './form-errors';
import { formWords } from './words';

/** What every field has: its name in the form, which is its `id` too, and what the person reads. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
}

/** Label, hint and error around one input. */
function Question(props: FieldProps & { readonly quiet?: boolean; readonly children: ComponentChildren }): VNode {
  const { name, label, hint, optional, errors, quiet, children } = props;
  const error = quiet ? null : errorOf(errors, name);
  return (
    <div class={error === null ? 'ds_question' : 'ds_question ds_question--error'}>
      <label class="ds_label" for={name}>
        {label} {optional ? formWords().optional : ''}
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

interface HintProps {
  readonly name: string;
  readonly hint: string | undefined;
  readonly error: string | null;
}

function HintAndError({ name, hint, error }: HintProps): VNode {
  return (
    <>
      {hint === undefined ? null : (
        <p class="ds_hint-text" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error === null ? null : (
        <p class="ds_question__error-message" id={`${name}-error`}>
          <span class="visually-hidden">{formWords().error}</span>
          {error}
        </p>
      )}
    </>
  );
}

/** Attributes that join an input to its hint and error. */
export function described({
  name,
  hint,
  errors,
  quiet,
}: Pick<FieldProps, 'name' | 'hint' | 'errors'> & { readonly quiet?: boolean }): object {
  const error = errorOf(errors, name) !== null;
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error && !quiet ? [`${name}-error`] : [])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error ? { 'aria-invalid': 'true' } : {}),
  };
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'url' | 'password';
  readonly autocomplete?: string;
  readonly numeric?: boolean;
  readonly short?: boolean;
  /** The group around it says what is wrong. */
  readonly quiet?: boolean;
}

/** One line of text. */
export function TextField(props: TextProps): VNode {
  const { name, form, type = 'text', autocomplete, numeric, short } = props;
  return (
    <Question {...props}>
      <input
        class={inputClass(props, short)}
        id={name}
        name={name}
        type={type}
        value={type === 'password' ? '' : form.text(name)}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...(numeric ? { inputmode: 'numeric' as const } : {})}
        {...described(props)}
      />
    </Question>
  );
}

function inputClass({ name, errors }: FieldProps, short = false): string {
  return `ds_input${errorOf(errors, name) === null ? '' : ' ds_input--error'}${short ? ' pt-input--short' : ''}`;
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { readonly rows?: number }): VNode {
  const { name, form, rows = 5 } = props;
  return (
    <Question {...props}>
      <textarea class={inputClass(props)} id={name} name={name} rows={rows} {...described(props)}>
        {form.text(name)}
      </textarea>
    </Question>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Shown below the choice; where the browser can, only while it is chosen. */
  readonly detail?: ComponentChildren;
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One of a short list. */
export function SelectField(props: ChoicesProps): VNode {
  const { name, form, choices } = props;
  return (
    <Question {...props}>
      <span class="ds_select-wrapper">
        <select class="ds_select" id={name} name={name} {...described(props)}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value} selected={form.text(name) === value}>
              {label}
            </option>
          ))}
        </select>
        <span class="ds_select-arrow" aria-hidden="true" />
      </span>
    </Question>
  );
}

/** One choice with radio buttons; the first has the name of the field as its `id`. */
export function Radios(props: ChoicesProps): VNode {
  const { name, form, choices } = props;
  return (
    <Group {...props}>
      {choices.map((choice, n) => (
        <div key={choice.value} class="pt-choice">
          <div class="ds_radio">
            <input
              class="ds_radio__input"
              type="radio"
              id={choiceId(name, choice, n)}
              name={name}
              value={choice.value}
              checked={form.text(name) === choice.value}
              {...(choice.hint ? { 'aria-describedby': `${name}--${choice.value}-hint` } : {})}
            />
            <ChoiceLabel kind="radio" name={name} n={n} choice={choice} />
          </div>
          {choice.detail === undefined ? null : <div class="pt-choice-detail">{choice.detail}</div>}
        </div>
      ))}
    </Group>
  );
}

/** Any number of choices with checkboxes. */
export function Checkboxes(props: ChoicesProps): VNode {
  const { name, form, choices } = props;
  return (
    <Group {...props}>
      {choices.map((choice, n) => (
        <div key={choice.value} class="ds_checkbox">
          <input
            class="ds_checkbox__input"
            type="checkbox"
            id={choiceId(name, choice, n)}
            name={name}
            value={choice.value}
            checked={form.all(name).includes(choice.value)}
            {...(choice.hint ? { 'aria-describedby': `${name}--${choice.value}-hint` } : {})}
          />
          <ChoiceLabel kind="checkbox" name={name} n={n} choice={choice} />
        </div>
      ))}
    </Group>
  );
}

/** Two hyphens: with one it could be the name of a field that belongs to a choice. */
function choiceId(name: string, { value }: Choice, n: number): string {
  return n === 0 ? name : `${name}--${value}`;
}

interface ChoiceLabelProps {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly n: number;
  readonly choice: Choice;
}

function ChoiceLabel({ kind, name, n, choice }: ChoiceLabelProps): VNode {
  return (
    <>
      <label class={`ds_${kind}__label`} for={choiceId(name, choice, n)}>
        {choice.label}
      </label>
      {choice.hint ? (
        <p class="ds_hint-text" id={`${name}--${choice.value}-hint`}>
          {choice.hint}
        </p>
      ) : null}
    </>
  );
}

/** A group of inputs that answer one question together. */
export function Group(props: Omit<FieldProps, 'form'> & { readonly children: ComponentChildren }): VNode {
  const { name, label, hint, optional, errors, children } = props;
  const error = errorOf(errors, name);
  return (
    <div class={error === null ? 'ds_question' : 'ds_question ds_question--error'}>
      <fieldset {...described(props)}>
        <legend>
          {label} {optional ? formWords().optional : ''}
        </legend>
        <HintAndError name={name} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}
