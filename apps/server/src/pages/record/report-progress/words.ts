import { messages } from '../../frame/messages';

export const progressWords = messages({
  title: 'Report how it is going',
  rating: 'How is it going?',
  ratingHint: 'In the words that your partnership uses, such as: on track, slow, stuck.',
  narrative: 'What was done, and what is still to do?',
  reportedBy: 'Who says so?',
  reportedByHint: 'The role or group whose words these are, if you write them down for somebody else.',
});
