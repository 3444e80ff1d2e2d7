import { type Choice, Checkboxes, Radios } from '../../frame/forms/fields';
import { type FormField, pick, textIn } from './field';
import { textsIn } from './text-fields';

interface Asked {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
}

/** One of a short list. */
export function choiceField(name: string, asked: Asked, choices: readonly Choice[]): FormField {
  return {
    id: name,
    label: asked.label,
    names: { [name]: name },
    render: ({ form, errors }) => <Radios {...asked} name={name} form={form} errors={errors} choices={choices} />,
    read: (form) => ({ values: pick(name, form.given(name)) }),
    answer: (form) => labelOf(choices, form.text(name)),
    fill: (values) => ({ [name]: textIn(values, name) }),
  };
}

/** Any number of a short list. */
export function choicesField(name: string, asked: Asked, choices: readonly Choice[]): FormField {
  return {
    id: name,
    label: asked.label,
    names: { [name]: name },
    render: ({ form, errors }) => <Checkboxes {...asked} name={name} form={form} errors={errors} choices={choices} />,
    read: (form) => ({ values: { [name]: form.all(name) } }),
    answer: (form) => form.all(name).map((value) => labelOf(choices, value)),
    fill: (values) => ({ [name]: textsIn(values, name) }),
  };
}

function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? '';
}
