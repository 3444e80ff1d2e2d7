import { messages } from '../../frame/messages';

export const openReviewWords = messages({
  title: 'Open a review',
  intro: 'A review looks back on a time that you name. Once it is open you can note what is found.',
  kind: 'What kind of review is it?',
  name: 'What is it called?',
  nameHint: 'Such as: Winter review 2025.',
  from: 'What is the first day that it looks at?',
  until: 'What is the last day that it looks at?',
  takingPart: 'Who takes part?',
  takingPartHint: 'Boards or groups, one on each line. No names of people.',
  countsFrom: 'On what day was it opened?',
});
