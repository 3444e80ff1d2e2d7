import { AgreeMilestone, type MilestoneView } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { AgreeDto } from '../../../api/milestones/dto/agree.dto';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textField } from '../form/text-fields';
import { agreeWords } from './words';

const words = agreeWords();

export const agreeFields = [
  textField('body', { label: words.body, hint: words.bodyHint }),
  dayField('date', { label: words.date }),
];

/** A group has agreed the milestone. */
export const agreeForm: RecordingForm<MilestoneView, AgreeDto> = {
  path: 'milestones/:id/agree',
  action: 'milestone.agree',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: AgreeDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => agreeFields,
  command: ({ subject, body, context }) => new AgreeMilestone(subject.view.id, dataOf(body), context),
};
