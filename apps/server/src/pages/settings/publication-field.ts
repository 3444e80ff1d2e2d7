import { choicesField } from '../record/form/choice-fields';
import { settingsWords, setUpWords } from './words';

const words = setUpWords();
const { published } = settingsWords();

/** What anybody may read. */
export const publicationField = choicesField(
  'publishes',
  { label: words.publishesLabel, hint: words.publishesHint, optional: true },
  [
    { value: 'timeline', label: published.timeline },
    { value: 'plans', label: published.plans },
  ],
);
