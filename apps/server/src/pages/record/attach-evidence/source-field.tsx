import { Radios, TextField } from '../../frame/forms/fields';
import type { FilledForm } from '../../frame/forms/filled-form';
import { type FormField, pick, textIn } from '../form/field';
import { recordingWords } from '../form/words';
import { evidenceWords } from './words';

const KIND = 'kind';
const LINK = 'link';
const words = evidenceWords();

/** A link, or a file that is chosen on the next page. */
export const sourceField: FormField = {
  id: KIND,
  label: words.kind,
  names: { kind: KIND, link: LINK },
  labels: { [LINK]: words.linkLabel },
  render: ({ form, errors }) => (
    <Radios
      name={KIND}
      label={words.kind}
      form={form}
      errors={errors}
      choices={[
        {
          value: 'link',
          label: words.link,
          detail: (
            <TextField
              name={LINK}
              label={words.linkLabel}
              hint={words.linkHint}
              type="url"
              form={form}
              errors={errors}
            />
          ),
        },
        { value: 'file', label: words.file, hint: words.fileHint },
      ]}
    />
  ),
  read: (form) => {
    if (isFile(form)) return { values: {} };
    if (form.text(KIND) !== 'link') return missing(KIND, words.kind);
    return form.given(LINK) === undefined ? missing(LINK, words.linkLabel) : { values: pick(LINK, form.given(LINK)) };
  },
  answer: (form) => (isFile(form) ? words.fileAnswer : form.text(LINK)),
  fill: (values) => ({ [KIND]: textIn(values, LINK) === undefined ? 'file' : 'link', [LINK]: textIn(values, LINK) }),
};

export function isFile(form: FilledForm): boolean {
  return form.text(KIND) === 'file';
}

function missing(field: string, label: string): ReturnType<FormField['read']> {
  return { values: {}, errors: [{ field, message: recordingWords().unanswered(label) }] };
}
