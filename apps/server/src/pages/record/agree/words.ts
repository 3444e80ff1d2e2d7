import { messages } from '../../frame/messages';

export const agreeWords = messages({
  title: 'Record that this was agreed',
  intro: 'From then on it can be late. Nobody is late for a date that no group agreed.',
  body: 'Which group agreed it?',
  bodyHint: 'For example: Children’s Services Partnership Board.',
  date: 'On what day did they agree it?',
});
