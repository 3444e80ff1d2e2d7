import { type MilestoneView, ReportProgress } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { ReportProgressDto } from '../../../api/milestones/dto/progress.dto';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { progressWords } from './words';

const words = progressWords();

export const progressFields = [
  textField('rating', { label: words.rating, hint: words.ratingHint }),
  textArea('narrative', { label: words.narrative }),
  textField('reportedBy', { label: words.reportedBy, hint: words.reportedByHint, optional: true }),
];

/** How the work is going. */
export const reportProgressForm: RecordingForm<MilestoneView, ReportProgressDto> = {
  path: 'milestones/:id/report-progress',
  action: 'milestone.report-progress',
  title: words.title,
  notice: 'recorded',
  dto: ReportProgressDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [...progressFields, countsFrom],
  command: ({ subject, body, context }) => new ReportProgress(subject.view.id, dataOf(body), context),
};
