import type { VNode } from 'preact';
import { type Choice, Radios } from '../../frame/forms/fields';
import { FilledForm } from '../../frame/forms/filled-form';
import { type FieldRead, type FormField, readAll, type Shown } from '../form/field';
import { recordingWords } from '../form/words';
import type { Correction } from './correction';
import { fieldsOf } from './fields-of';
import { correctWords } from './words';

const NAME = 'how';
const words = correctWords();

/** The record as it stands, as its own form would have it. */
export function asItStands(correction: Correction): FilledForm {
  const fillings = fieldsOf(correction).map((field) => field.fill(correction.values ?? {}));
  const how = choicesFor(correction).length === 1 ? { [NAME]: choicesFor(correction)[0] } : {};
  return FilledForm.filledWith(Object.assign(how, ...fillings) as Record<string, string>);
}

/** What may be done about the record: a proposal cannot be taken back, a correction can be nothing else. */
export function choicesFor({ entry, values }: Correction): ('void' | 'replace')[] {
  if (values === null) return ['void'];
  return entry.type === 'MilestoneProposed' ? ['replace'] : ['void', 'replace'];
}

/** Takes the record back, or replaces those of its fields that were changed in the form. */
export function howField(correction: Correction): FormField<Correction> {
  const fields = fieldsOf(correction);
  const names = Object.assign({}, ...fields.map((field) => field.names)) as Record<string, string>;
  return {
    id: NAME,
    label: words.how,
    names: {
      ...Object.fromEntries(Object.entries(names).map(([field, input]) => [`replace.${field}`, input])),
      ...{ replace: NAME, void: NAME, event: NAME },
    },
    labels: Object.assign({}, ...fields.map(({ id, label, labels }) => ({ [id]: label, ...labels }))) as Record<
      string,
      string
    >,
    render: (shown) => <How shown={shown} fields={fields} />,
    read: (form) => readHow(form, correction, fields),
    answer: (form) => (form.text(NAME) === 'void' ? words.void : changesIn(form, correction, fields)),
    fill: () => ({}),
  };
}

type Fields = readonly FormField<Correction>[];

function readHow(form: FilledForm, correction: Correction, fields: Fields): FieldRead {
  const how = choicesFor(correction).find((each) => each === form.text(NAME));
  if (!how) return { values: {}, errors: [{ field: NAME, message: recordingWords().unanswered(words.how) }] };
  if (how === 'void') return { values: { void: true } };
  const { values, errors } = readAll(fields, form);
  const before = readAll(fields, asItStands(correction)).values;
  const changed = [...new Set([...Object.keys(values), ...Object.keys(before)])].filter(
    (name) => JSON.stringify(values[name]) !== JSON.stringify(before[name]),
  );
  if (errors.length > 0) return { values: {}, errors };
  if (changed.length === 0) return { values: {}, errors: [{ field: NAME, message: words.nothingChanged }] };
  return { values: { replace: Object.fromEntries(changed.map((name) => [name, values[name] ?? null])) } };
}

function changesIn(form: FilledForm, correction: Correction, fields: Fields): string[] {
  const before = asItStands(correction);
  const said = (field: FormField<Correction>, from: FilledForm): string =>
    [field.answer(from, correction)].flat().filter(Boolean).join(', ') || words.nothing;
  return fields
    .filter((field) => said(field, before) !== said(field, form))
    .map((field) => words.change(field.label, said(field, before), said(field, form)));
}

function How({ shown, fields }: { readonly shown: Shown<Correction>; readonly fields: Fields }): VNode {
  const questions = (
    <>
      {fields.map((field) => (
        <div key={field.id}>{field.render(shown)}</div>
      ))}
    </>
  );
  const choices = choicesFor(shown.view);
  if (choices.length === 1) return <Only how={choices[0]} questions={questions} />;
  const choice: Record<'void' | 'replace', Choice> = {
    void: { value: 'void', label: words.void, hint: words.voidHint },
    replace: { value: 'replace', label: words.replace, detail: questions },
  };
  return (
    <Radios
      name={NAME}
      label={words.how}
      form={shown.form}
      errors={shown.errors}
      choices={choices.map((each) => choice[each])}
    />
  );
}

/** Where nothing else can be done, nothing is asked. */
function Only({ how, questions }: { readonly how: string | undefined; readonly questions: VNode }): VNode {
  return (
    <>
      <input type="hidden" name={NAME} value={how} />
      <p id={NAME}>{how === 'void' ? words.correctionIntro : words.proposalIntro}</p>
      {questions}
    </>
  );
}
