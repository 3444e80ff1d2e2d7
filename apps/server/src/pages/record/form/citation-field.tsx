import { TextField } from '../../frame/forms/fields';
import { type FormField, pick, textIn } from './field';

const DOCUMENT = 'citation-document';
const PLACE = 'citation-place';

interface Asked {
  readonly document: string;
  readonly documentHint: string;
  readonly place: string;
  readonly placeHint: string;
}

/** Where it is written: the document by its title, and the place in it. May be left out. */
export function citationField(words: Asked): FormField {
  return {
    id: DOCUMENT,
    label: words.document,
    names: { citation: DOCUMENT, 'citation.document': DOCUMENT, 'citation.place': PLACE },
    labels: { [PLACE]: words.place },
    render: ({ form, errors }) => (
      <>
        <TextField
          name={DOCUMENT}
          label={words.document}
          hint={words.documentHint}
          optional
          form={form}
          errors={errors}
        />
        <TextField name={PLACE} label={words.place} hint={words.placeHint} optional form={form} errors={errors} />
      </>
    ),
    read: (form) => {
      const [document, place] = [form.given(DOCUMENT), form.given(PLACE)];
      const isGiven = document !== undefined || place !== undefined;
      return { values: isGiven ? { citation: { ...pick('document', document), ...pick('place', place) } } : {} };
    },
    answer: (form) => [form.text(DOCUMENT), form.text(PLACE)],
    fill: ({ citation }) => {
      const given = (citation ?? {}) as Readonly<Record<string, unknown>>;
      return { [DOCUMENT]: textIn(given, 'document'), [PLACE]: textIn(given, 'place') };
    },
  };
}
