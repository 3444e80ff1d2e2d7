import { newIdOf } from '@promise/recording';
import { OpenReview, REVIEW_KINDS } from '@promise/reviews';
import { dataOf } from '../../../api/conventions/data-of';
import { OpenReviewDto } from '../../../api/reviews/dto';
import { reviewsWords } from '../../reviews/words';
import { choiceField } from '../form/choice-fields';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { linesField, textField } from '../form/text-fields';
import { recordingWords } from '../form/words';
import { openReviewWords } from './words';

const words = openReviewWords();
const kinds = REVIEW_KINDS.map((value) => ({ value, label: reviewsWords().kinds[value] }));

const fields = [
  choiceField('kind', { label: words.kind }, kinds),
  textField('title', { label: words.name, hint: words.nameHint }),
  dayField('from', { label: words.from }),
  dayField('until', { label: words.until }),
  linesField('takingPart', { label: words.takingPart, hint: words.takingPartHint }),
  dayField('effectiveOn', {
    label: words.countsFrom,
    hint: recordingWords().countsFromHint,
    optional: true,
    otherwise: recordingWords().today,
  }),
];

/** A review begins. */
export const openReviewForm: RecordingForm<null, OpenReviewDto> = {
  path: 'reviews/new',
  action: 'review.open',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: OpenReviewDto,
  load: (_, { params }) => Promise.resolve({ view: null, home: `/p/${String(params.partnership)}/reviews` }),
  fields: () => fields,
  command: ({ body, context }) => new OpenReview(newIdOf(context.commandId), dataOf(body), context),
  next: ({ subject, context }) => `${subject.home}/${newIdOf(context.commandId)}`,
};
