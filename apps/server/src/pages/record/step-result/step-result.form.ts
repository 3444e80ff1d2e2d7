import { RecordStepResultCommand, STEP_RESULTS, type StepView } from '@promise/plans';
import { dataOf } from '../../../api/conventions/data-of';
import { StepResultDto } from '../../../api/plans/steps.controller';
import { choiceField } from '../form/choice-fields';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { linkField } from './link-field';
import { stepWords } from './words';

const words = stepWords();

const fields = [
  choiceField(
    'result',
    { label: words.result },
    STEP_RESULTS.map((value) => ({ value, label: words.results[value] })),
  ),
  dayField('when', { label: words.when, hint: words.whenHint }),
  textField('byWhoseWord', { label: words.byWhoseWord, hint: words.byWhoseWordHint }),
  linkField,
  textArea('note', { label: words.note, optional: true }),
];

/** What came of a step that a plan set. */
export const stepResultForm: RecordingForm<StepView, StepResultDto> = {
  path: 'steps/:id/record-result',
  action: 'step.record-result',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: StepResultDto,
  load: (subjects, request) => subjects.step(request),
  fields: () => fields,
  command: ({ subject, body, context }) => new RecordStepResultCommand(context, subject.view.id, dataOf(body)),
};
