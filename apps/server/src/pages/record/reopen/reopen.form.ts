import { type MilestoneView, ReopenMilestone } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { ReopenDto } from '../../../api/milestones/dto/others.dto';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { reopenWords } from './words';

const words = reopenWords();

export const reopenFields = [textArea('reason', { label: words.reason })];

/** A milestone that was achieved or withdrawn is open again. */
export const reopenForm: RecordingForm<MilestoneView, ReopenDto> = {
  path: 'milestones/:id/reopen',
  action: 'milestone.reopen',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: ReopenDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [...reopenFields, countsFrom],
  command: ({ subject, body, context }) => new ReopenMilestone(subject.view.id, dataOf(body), context),
};
