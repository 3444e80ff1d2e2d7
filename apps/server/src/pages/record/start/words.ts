import { messages } from '../../frame/messages';

export const startWords = messages({
  title: 'Record that the work has started',
  day: 'On what day did the work start?',
  dayHint: 'Without an answer, it started today.',
});
