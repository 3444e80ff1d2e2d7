import { dayField } from './date-fields';
import { recordingWords } from './words';

/** The day on which it was so, which every form may ask last. */
export const countsFrom = dayField('effectiveOn', {
  label: recordingWords().countsFromLabel,
  hint: recordingWords().countsFromHint,
  optional: true,
  otherwise: recordingWords().today,
});
