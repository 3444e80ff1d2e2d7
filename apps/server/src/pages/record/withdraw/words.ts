import { messages } from '../../frame/messages';

export const withdrawWords = messages({
  title: 'Stop this milestone',
  intro:
    'It stays on record, with the reason. Young people can see that it was stopped, and why. A second person has to approve it before it counts.',
  reason: 'Why is it stopped?',
  reasonHint: 'Write it so that the young people it is about can understand it.',
  decidedBy: 'Which group decided it?',
  decidedOn: 'On what day did they decide it?',
});
