import type { ReviewView } from '@promise/reviews';
import { SelectField } from '../../frame/forms/fields';
import { type FormField, pick, textIn } from '../form/field';
import { findingWords } from './words';

const NAME = 'milestone';
const words = findingWords();

/** A review, and the milestones that its findings can be about. */
export interface ReviewWithMilestones {
  readonly review: ReviewView;
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
}

/** The milestone that a finding is about, if any. */
export const milestoneField: FormField<ReviewWithMilestones> = {
  id: NAME,
  label: words.milestone,
  names: { [NAME]: NAME },
  render: ({ form, errors, view: { milestones } }) => (
    <SelectField
      name={NAME}
      label={words.milestone}
      optional
      form={form}
      errors={errors}
      choices={[{ value: '', label: words.none }, ...milestones.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  ),
  read: (form) => ({ values: pick(NAME, form.given(NAME)) }),
  answer: (form, { milestones }) => milestones.find(({ id }) => id === form.text(NAME))?.title ?? words.none,
  fill: (values) => ({ [NAME]: textIn(values, NAME) }),
};
