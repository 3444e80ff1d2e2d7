import { CloseReview, type ReviewView } from '@promise/reviews';
import { dataOf } from '../../../api/conventions/data-of';
import { CloseReviewDto } from '../../../api/reviews/dto';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import { linesField, textArea } from '../form/text-fields';
import { closeReviewWords } from './words';

const words = closeReviewWords();

const fields = [
  textArea('outcome', { label: words.outcome, hint: words.outcomeHint }),
  linesField('recipients', { label: words.recipients, hint: words.recipientsHint }),
  textArea('toldHow', { label: words.toldHow, optional: true }),
  countsFrom,
];

/** A review is to be closed. */
export const closeReviewForm: RecordingForm<ReviewView, CloseReviewDto> = {
  path: 'reviews/:id/close',
  action: 'review.close',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: CloseReviewDto,
  load: (subjects, request) => subjects.review(request),
  fields: () => fields,
  command: ({ subject, body, context }) => new CloseReview(subject.view.id, dataOf(body), context),
};
