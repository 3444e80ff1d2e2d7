import { messages } from '../../frame/messages';

export const findingWords = messages({
  title: 'Note what was found',
  text: 'What was found?',
  milestone: 'Which milestone is it about?',
  none: 'No single milestone',
});
