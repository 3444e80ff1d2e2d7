import { messages } from '../../frame/messages';

export const reopenWords = messages({
  title: 'Open it again',
  intro: 'For something that was recorded as done or stopped, and is not. To take back a slip, put it right instead.',
  reason: 'Why is it opened again?',
});
