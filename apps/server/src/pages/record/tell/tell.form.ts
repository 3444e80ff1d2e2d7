import { type MilestoneView, TellYoungPeople } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { TellDto } from '../../../api/milestones/dto/timescale.dto';
import { countsFrom } from '../form/counts-from';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { tellWords } from './words';

const words = tellWords();

export const tellFields = [
  dayField('when', { label: words.when }),
  textArea('how', { label: words.how, hint: words.howHint }),
];

/** Children and young people were told that a date had moved. */
export const tellForm: RecordingForm<MilestoneView, TellDto> = {
  path: 'milestones/:id/tell',
  action: 'milestone.tell',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: TellDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [...tellFields, countsFrom],
  command: ({ subject, body, context }) => new TellYoungPeople(subject.view.id, dataOf(body), context),
};
