import { messages } from '../frame/messages';

export const frontWords = messages({
  title: 'Are we keeping The Promise?',
  choose: 'Which partnership?',
  chooseIntro: 'Each children’s services partnership keeps its own record here.',
  noneYet: 'No partnership is recorded here yet.',
});
