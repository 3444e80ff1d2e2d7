import { Checkboxes } from '../../frame/forms/fields';
import type { FormField } from '../form/field';
import { textsIn } from '../form/text-fields';
import { proposeWords } from './words';

const NAME = 'priorities';
const words = proposeWords();

export interface Cited {
  readonly cited: readonly { readonly id: string; readonly title: string }[];
}

/** The lines of plans that the milestone comes from. */
export const prioritiesField: FormField<Cited> = {
  id: NAME,
  label: words.priorities,
  names: { [NAME]: NAME },
  render: ({ form, errors, view }) => (
    <Checkboxes name={NAME} label={words.priorities} form={form} errors={errors} choices={choicesOf(view)} />
  ),
  read: (form) => ({ values: { [NAME]: form.all(NAME) } }),
  answer: (form, view) => form.all(NAME).map((id) => choicesOf(view).find(({ value }) => value === id)?.label ?? id),
  fill: (values) => ({ [NAME]: textsIn(values, NAME) }),
};

function choicesOf({ cited }: Cited): { readonly value: string; readonly label: string }[] {
  return cited.map(({ id, title }) => ({ value: id, label: title }));
}
