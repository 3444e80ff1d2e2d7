import { AchieveMilestone, type MilestoneView } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { AchieveDto } from '../../../api/milestones/dto/achieve.dto';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { evidenceField } from './evidence-field';
import { achieveWords } from './words';

const words = achieveWords();

export const achieveFields = [
  dayField('date', { label: words.date }),
  evidenceField,
  textArea('differenceMade', { label: words.difference, hint: words.differenceHint }),
];

/** The milestone is achieved. */
export const achieveForm: RecordingForm<MilestoneView, AchieveDto> = {
  path: 'milestones/:id/achieve',
  action: 'milestone.achieve',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: AchieveDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => achieveFields,
  command: ({ subject, body, context }) => new AchieveMilestone(subject.view.id, dataOf(body), context),
};
