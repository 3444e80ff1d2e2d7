import { messages } from '../../frame/messages';

export const closeReviewWords = messages({
  title: 'Close this review',
  intro: 'Nothing can be noted in it once it is closed. A second person has to approve it before it counts.',
  outcome: 'What came of it?',
  outcomeHint: 'Write it so that the young people it is about can understand it.',
  recipients: 'Who is given it?',
  recipientsHint: 'Boards or groups, one on each line. No names of people.',
  toldHow: 'How were children and young people told?',
});
