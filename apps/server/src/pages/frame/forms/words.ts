import { messages } from '../messages';

export const formWords = messages({
  problems: 'There is a problem',
  error: 'Error: ',
  optional: '(you can leave this out)',
  change: 'Change',
  nothing: 'Nothing given',
  day: 'Day',
  month: 'Month',
  year: 'Year',
});
