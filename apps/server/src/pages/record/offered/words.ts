import { messages } from '../../frame/messages';

export const offeredWords = messages({
  heading: 'What you can record',
  agree: 'It was agreed',
  start: 'The work has started',
  'report-progress': 'How it is going',
  'revise-timescale': 'Its date moves',
  tell: 'Young people were told of the move',
  'attach-evidence': 'Evidence',
  achieve: 'It is done',
  reopen: 'It is open again',
  'change-leads': 'Other leads',
  withdraw: 'It is stopped',
  correct: 'Put a mistake right',
  propose: 'Record a milestone from this',
  result: 'Record what came of it',
});
