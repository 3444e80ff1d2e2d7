import { messages } from '../frame/messages';

export const timelineWords = messages({
  title: 'Timeline',
  titleFive: 'Timeline of the first 5 years',
  years: 'Years',
  five: 'The first 5 years',
  ten: 'All 10 years',
  lanes: 'Rows',
  foundation: 'The five foundations',
  theme: 'The themes of the plans',
  back: 'How we are doing',
  whole: 'See the whole timeline',
  doneOf: (done: number, total: number) =>
    total === 0
      ? 'No milestone is agreed here yet.'
      : `${done} of ${total} ${total === 1 ? 'milestone is' : 'milestones are'} done.`,
});
