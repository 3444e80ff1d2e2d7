import type { MilestoneView } from '@promise/milestones';
import { Checkboxes, TextArea, TextField } from '../../frame/forms/fields';
import type { FilledForm } from '../../frame/forms/filled-form';
import type { FormField } from '../form/field';
import { textsIn } from '../form/text-fields';
import { errorsInEvidence } from './new-evidence';
import { achieveWords } from './words';

const ATTACHED = 'evidence';
const LINK = 'evidence-link';
const SHOWS = 'evidence-shows';
const words = achieveWords();

const ASKED = { link: { field: LINK, label: words.link }, shows: { field: SHOWS, label: words.shows } };

type View = Pick<MilestoneView, 'evidence'>;

/** Evidence that is attached already, and a link to attach with it. */
export const evidenceField: FormField<View> = {
  id: LINK,
  label: words.evidence,
  names: { evidence: LINK, 'evidence.link': LINK, 'evidence.shows': SHOWS },
  labels: { [LINK]: words.evidence, [SHOWS]: words.shows, [ATTACHED]: words.evidence },
  render: ({ form, errors, view }) => (
    <>
      {view.evidence.length === 0 ? (
        <>
          <h2 class="pt-question">{words.evidence}</h2>
          <p>{words.evidenceNone}</p>
        </>
      ) : (
        <Checkboxes
          name={ATTACHED}
          label={words.evidence}
          hint={words.evidenceHint}
          form={form}
          errors={errors}
          choices={choicesOf(view)}
        />
      )}
      <TextField name={LINK} label={words.link} hint={words.linkHint} type="url" optional form={form} errors={errors} />
      <TextArea name={SHOWS} label={words.shows} rows={2} optional form={form} errors={errors} />
    </>
  ),
  read: (form) => {
    const [link] = linkOf(form);
    const values = { evidence: [...form.all(ATTACHED), ...linkOf(form)] };
    return link ? { values, errors: errorsInEvidence(link, ASKED) } : { values };
  },
  answer: (form, view) => [
    ...choicesOf(view).flatMap(({ value, label }) => (form.all(ATTACHED).includes(value) ? [label] : [])),
    ...linkOf(form).map(({ link, shows }) => `${shows}: ${link}`),
  ],
  fill: (values) => ({ [ATTACHED]: textsIn(values, 'evidence') }),
};

function linkOf(form: FilledForm): { readonly link: string; readonly shows: string }[] {
  const [link, shows] = [form.text(LINK), form.text(SHOWS)];
  return link === '' && shows === '' ? [] : [{ link, shows }];
}

function choicesOf({ evidence }: View): { readonly value: string; readonly label: string }[] {
  return evidence.map(({ id, shows, file }) => ({
    value: id,
    label: file ? words.fileShown(file.name, shows) : shows,
  }));
}
