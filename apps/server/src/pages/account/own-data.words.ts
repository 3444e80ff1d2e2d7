import { messages } from '../frame/messages';

export const ownDataWords = messages({
  title: 'What is kept about you',
  intro: 'You can have it all in one file: your account, your roles, where you are signed in, and what you recorded.',
  download: 'Download what is kept about me (JSON file)',
});
