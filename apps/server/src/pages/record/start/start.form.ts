import { type MilestoneView, StartMilestone } from '@promise/milestones';
import { Effective } from '../../../api/conventions/effective.dto';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { recordingWords } from '../form/words';
import { startWords } from './words';

const words = startWords();

/** The work on the milestone has started. */
export const startForm: RecordingForm<MilestoneView, Effective> = {
  path: 'milestones/:id/start',
  action: 'milestone.start',
  title: words.title,
  notice: 'recorded',
  dto: Effective,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [
    dayField('effectiveOn', {
      label: words.day,
      hint: words.dayHint,
      optional: true,
      otherwise: recordingWords().today,
    }),
  ],
  command: ({ subject, context }) => new StartMilestone(subject.view.id, {}, context),
};
