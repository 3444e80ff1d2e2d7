import { TextArea, TextField } from '../../frame/forms/fields';
import { type FormField, pick, textIn } from './field';

interface Asked {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
}

/** One line of text. */
export function textField(name: string, asked: Asked & { readonly type?: 'url' }): FormField {
  return {
    ...written(name, asked.label),
    render: ({ form, errors }) => <TextField {...asked} name={name} form={form} errors={errors} />,
  };
}

/** Text of several lines. */
export function textArea(name: string, asked: Asked): FormField {
  return {
    ...written(name, asked.label),
    render: ({ form, errors }) => <TextArea {...asked} name={name} form={form} errors={errors} />,
  };
}

function written(name: string, label: string): Omit<FormField, 'render'> {
  return {
    id: name,
    label,
    names: { [name]: name },
    read: (form) => ({ values: pick(name, form.given(name)) }),
    answer: (form) => form.text(name),
    fill: (values) => ({ [name]: textIn(values, name) }),
  };
}

/** Several short texts, one on each line. */
export function linesField(name: string, asked: Asked): FormField {
  return {
    id: name,
    label: asked.label,
    names: { [name]: name },
    render: ({ form, errors }) => <TextArea {...asked} rows={3} name={name} form={form} errors={errors} />,
    read: (form) => {
      const lines = linesOf(form.text(name));
      return { values: lines.length === 0 && asked.optional ? {} : { [name]: lines } };
    },
    answer: (form) => linesOf(form.text(name)),
    fill: (values) => ({ [name]: textsIn(values, name).join('\n') }),
  };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** The texts of a list among values of unknown shape. */
export function textsIn(values: Readonly<Record<string, unknown>>, name: string): string[] {
  const list = values[name];
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
