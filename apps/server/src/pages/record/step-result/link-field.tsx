import { TextArea, TextField } from '../../frame/forms/fields';
import { type FormField, pick } from '../form/field';
import { stepWords } from './words';

const LINK = 'evidence-link';
const SHOWS = 'evidence-shows';
const words = stepWords();

/** One link, and what it shows. May be left out. */
export const linkField: FormField = {
  id: LINK,
  label: words.evidence,
  names: { evidence: LINK, 'evidence.0.link': LINK, 'evidence.0.shows': SHOWS },
  labels: { [SHOWS]: words.shows },
  render: ({ form, errors }) => (
    <>
      <TextField
        name={LINK}
        label={words.evidence}
        hint={words.evidenceHint}
        type="url"
        optional
        form={form}
        errors={errors}
      />
      <TextArea name={SHOWS} label={words.shows} rows={2} optional form={form} errors={errors} />
    </>
  ),
  read: (form) => {
    const given = { ...pick('link', form.given(LINK)), ...pick('shows', form.given(SHOWS)) };
    return { values: Object.keys(given).length > 0 ? { evidence: [given] } : {} };
  },
  answer: (form) => [form.text(LINK), form.text(SHOWS)],
  fill: () => ({}),
};
