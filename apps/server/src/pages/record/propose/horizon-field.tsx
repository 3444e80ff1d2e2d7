import { HORIZONS } from '@promise/milestones';
import { type Choice, Radios, SelectField } from '../../frame/forms/fields';
import { type FormField, pick, type Shown, textIn } from '../form/field';
import { proposeWords } from './words';

const NAME = 'horizon';
const PARENT = 'parent';
const words = proposeWords();

/** The milestones that a step can lead to. */
export interface Parents {
  readonly parents: readonly { readonly id: string; readonly title: string }[];
}

/** Whose mark the milestone belongs to; a step names the milestone that it leads to. */
export const horizonField: FormField<Parents> = {
  id: NAME,
  label: words.horizon,
  names: { [NAME]: NAME, [PARENT]: PARENT },
  labels: { [PARENT]: words.parent },
  render: (shown) => (
    <Radios name={NAME} label={words.horizon} form={shown.form} errors={shown.errors} choices={choicesOf(shown)} />
  ),
  read: (form) => ({
    values: {
      ...pick(NAME, form.given(NAME)),
      ...(form.text(NAME) === 'interim' ? pick(PARENT, form.given(PARENT)) : {}),
    },
  }),
  answer: (form, { parents }) => {
    const horizon = HORIZONS.find((each) => each === form.text(NAME));
    if (!horizon) return '';
    if (horizon !== 'interim') return words.horizons[horizon];
    const parent = parents.find(({ id }) => id === form.text(PARENT));
    return [words.horizons.interim, parent?.title ?? ''];
  },
  fill: (values) => ({ [NAME]: textIn(values, NAME), [PARENT]: textIn(values, PARENT) }),
};

function choicesOf({ form, errors, view: { parents } }: Shown<Parents>): Choice[] {
  const choices = parents.map(({ id, title }) => ({ value: id, label: title }));
  const detail = (
    <SelectField
      name={PARENT}
      label={words.parent}
      form={form}
      errors={errors}
      choices={[{ value: '', label: words.chooseParent }, ...choices]}
    />
  );
  return HORIZONS.map((value) => ({
    value,
    label: words.horizons[value],
    ...(value === 'interim' ? { detail } : {}),
  }));
}
