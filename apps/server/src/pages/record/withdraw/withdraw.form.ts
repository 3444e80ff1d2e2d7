import { type MilestoneView, WithdrawMilestone } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { WithdrawDto } from '../../../api/milestones/dto/others.dto';
import { countsFrom } from '../form/counts-from';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { withdrawWords } from './words';

const words = withdrawWords();

export const withdrawFields = [
  textArea('reason', { label: words.reason, hint: words.reasonHint }),
  textField('decidedBy', { label: words.decidedBy }),
  dayField('decidedOn', { label: words.decidedOn, optional: true }),
];

/** The milestone is stopped. */
export const withdrawForm: RecordingForm<MilestoneView, WithdrawDto> = {
  path: 'milestones/:id/withdraw',
  action: 'milestone.withdraw',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: WithdrawDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [...withdrawFields, countsFrom],
  command: ({ subject, body, context }) => new WithdrawMilestone(subject.view.id, dataOf(body), context),
};
