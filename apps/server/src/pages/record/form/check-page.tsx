import { CheckAnswers } from '../../frame/forms/check-answers';
import { ErrorSummary, Form, HiddenFields, Submit } from '../../frame/forms/form';
import type { Page } from '../../frame/page';
import { type ChangedSince, Changes } from './changes';
import { type FileAsked, FileQuestion } from './file-question';
import { Cancel, type FormView, Heading } from './form-page';
import { recordingWords } from './words';

/** Says which of the two pages of a form was sent. */
export const STAGE_FIELD = '_stage';
export const RECORD = 'record';

export interface CheckView<View> extends FormView<View> {
  /** Somebody else recorded something since the form was opened. */
  readonly changed?: ChangedSince | undefined;
  readonly file?: FileAsked | undefined;
}

/** The answers, to be checked before they are recorded. */
export function checkPage<View>(shown: CheckView<View>): Page {
  const words = recordingWords();
  const { form, view, changed, errors } = shown;
  const title = changed ? words.conflictTitle : words.checkTitle;
  const answers = shown.fields.map((field) => ({
    question: field.label,
    answer: field.answer(form, view),
    field: field.id,
  }));
  return {
    title: changed ? title : `${title}: ${shown.title}`,
    status: shown.status ?? (changed ? 409 : 200),
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <Heading {...shown} text={title} />
        {changed ? <Changes {...changed} /> : <p>{words.checkIntro}</p>}
        <h2>{shown.title}</h2>
        {shown.aside ?? null}
        <Form
          action={shown.address}
          csrf={shown.csrf}
          key_={shown.key}
          version={shown.version}
          withFile={shown.file !== undefined}
        >
          <input type="hidden" name={STAGE_FIELD} value={RECORD} />
          <HiddenFields form={form} />
          <CheckAnswers answers={answers} />
          {shown.file ? <FileQuestion {...shown.file} errors={errors} /> : null}
          <Submit>{changed ? words.recordAnyway : words.record}</Submit>
        </Form>
        <Cancel home={shown.home} />
      </>
    ),
  };
}
