import { NoteFinding } from '@promise/reviews';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { dataOf } from '../../../api/conventions/data-of';
import { NoteFindingDto } from '../../../api/reviews/dto';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import type { Subject } from '../form/subject';
import type { Subjects } from '../form/subjects';
import { textArea } from '../form/text-fields';
import { milestoneField, type ReviewWithMilestones } from './milestone-field';
import { findingWords } from './words';

const words = findingWords();

/** Something was found in a review. */
export const noteFindingForm: RecordingForm<ReviewWithMilestones, NoteFindingDto> = {
  path: 'reviews/:id/note-finding',
  action: 'review.note-finding',
  title: words.title,
  notice: 'recorded',
  dto: NoteFindingDto,
  load: withMilestones,
  fields: () => [textArea('text', { label: words.text }), milestoneField, countsFrom],
  command: ({ subject, body, context }) => new NoteFinding(subject.view.review.id, dataOf(body), context),
};

async function withMilestones(subjects: Subjects, request: GuardedRequest): Promise<Subject<ReviewWithMilestones>> {
  const subject = await subjects.review(request);
  return {
    ...subject,
    view: { review: subject.view, milestones: await subjects.milestones(String(request.params.partnership)) },
  };
}
