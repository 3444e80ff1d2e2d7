import { type MilestoneView, ReviseTimescale } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { ReviseTimescaleDto } from '../../../api/milestones/dto/timescale.dto';
import { dayField, timescaleField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { recordingWords } from '../form/words';
import { BeforeAndAfter } from './before-and-after';
import { toldField } from './told-field';
import { moveWords } from './words';

const words = moveWords();

export const moveFields = [
  timescaleField('timescale', { label: words.timescale }),
  textArea('reason', { label: words.reason, hint: words.reasonHint }),
  textField('decidedBy', { label: words.decidedBy }),
  dayField('decidedOn', { label: words.decidedOn }),
  toldField,
];

/** The date of the milestone moves. */
export const moveDateForm: RecordingForm<MilestoneView, ReviseTimescaleDto> = {
  path: 'milestones/:id/revise-timescale',
  action: 'milestone.revise-timescale',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: ReviseTimescaleDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [
    ...moveFields,
    dayField('effectiveOn', {
      label: words.countsFrom,
      hint: words.countsFromHint,
      optional: true,
      otherwise: recordingWords().today,
    }),
  ],
  aside: ({ view, form }) => (
    <>
      {view.horizon === '10-year' ? <p>{words.secondPerson}</p> : null}
      <BeforeAndAfter planned={view.planned} form={form} />
    </>
  ),
  command: ({ subject, body, context }) => new ReviseTimescale(subject.view.id, dataOf(body), context),
};
