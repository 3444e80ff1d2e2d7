import type { VNode } from 'preact';
import { type FieldProps, described, Radios, SelectField, TextField } from './fields';
import { dateWords } from './date-question.words';
import { EXACTNESS, type Exactness, SEASONS } from './date-words';
import { errorOf } from './form-errors';
import { formWords } from './words';

type Part = 'day' | 'month' | 'year';

/** "How exact is this date?", then number fields, or the plan's own words. Read the answer with `dateAnswer`. */
export function DateQuestion(props: FieldProps): VNode {
  const words = dateWords();
  const choices = EXACTNESS.map((value) => ({
    value,
    label: words.exactness[value],
    detail: <Detail {...props} exact={value} />,
  }));
  return <Radios {...props} hint={props.hint ?? words.howExactHint} choices={choices} />;
}

/** The day of something that happened: day, month, year. Read the answer with `dayAnswer`. */
export function DayQuestion(props: FieldProps): VNode {
  const { name, label, hint, optional, errors } = props;
  const wrong = PARTS.map((part) => errorOf(errors, `${name}-${part}`)).find((error) => error !== null);
  const shown = wrong === undefined ? errors : [...errors, { field: name, message: wrong }];
  return (
    <div class={errorOf(shown, name) === null ? 'ds_question' : 'ds_question ds_question--error'} id={name}>
      <fieldset {...described({ name, hint: hint ?? '', errors: shown })}>
        <legend>
          {label} {optional ? formWords().optional : ''}
        </legend>
        <p class="ds_hint-text" id={`${name}-hint`}>
          {hint ?? dateWords().dayHint}
        </p>
        {errorOf(shown, name) === null ? null : (
          <p class="ds_question__error-message" id={`${name}-error`}>
            {errorOf(shown, name)}
          </p>
        )}
        <Numbers {...props} parts={PARTS} quiet />
      </fieldset>
    </div>
  );
}

const PARTS: readonly Part[] = ['day', 'month', 'year'];

function Detail(props: FieldProps & { readonly exact: Exactness }): VNode {
  const { exact, name } = props;
  const words = dateWords();
  switch (exact) {
    case 'day':
      return <Named {...props} name={`${name}-on`} label={words.exactness.day} parts={PARTS} />;
    case 'month':
      return <Named {...props} name={`${name}-in`} label={words.exactness.month} parts={['month', 'year']} />;
    case 'season':
      return <Season {...props} />;
    case 'year':
      return <Numbers {...props} parts={['year']} />;
    case 'range':
      return (
        <>
          <Named {...props} name={`${name}-from`} label={words.from} parts={['month', 'year']} />
          <Named {...props} name={`${name}-to`} label={words.to} parts={['month', 'year']} />
        </>
      );
    case 'ongoing':
      return <Named {...props} name={`${name}-since`} label={words.since} parts={['month', 'year']} />;
    case 'words':
      return <TextField {...plain(props)} name={`${name}-words`} label={words.ownWords} hint={words.ownWordsHint} />;
  }
}

function Season(props: FieldProps): VNode {
  const words = dateWords();
  const seasons = SEASONS.map((value) => ({ value, label: words.seasons[value] }));
  return (
    <>
      <SelectField
        {...plain(props)}
        name={`${props.name}-season`}
        label={words.season}
        choices={[{ value: '', label: words.chooseSeason }, ...seasons]}
      />
      <TextField
        {...plain(props)}
        name={`${props.name}-season-year`}
        label={words.year}
        hint={words.winterHint}
        numeric
        short
      />
    </>
  );
}

interface NumbersProps extends FieldProps {
  readonly parts: readonly Part[];
  /** The group around them says what is wrong. */
  readonly quiet?: boolean;
}

/** Number fields under a name of their own. */
function Named(props: NumbersProps): VNode {
  return (
    <fieldset>
      <legend class="visually-hidden">{props.label}</legend>
      <Numbers {...props} />
    </fieldset>
  );
}

function Numbers({ name, form, errors, parts, quiet = false }: NumbersProps): VNode {
  const words = dateWords();
  return (
    <div class="pt-dates">
      {parts.map((part) => (
        <TextField
          key={part}
          name={`${name}-${part}`}
          label={words[part]}
          form={form}
          errors={errors}
          numeric
          short
          quiet={quiet}
        />
      ))}
    </div>
  );
}

function plain({ form, errors }: FieldProps): Pick<FieldProps, 'form' | 'errors'> {
  return { form, errors };
}
