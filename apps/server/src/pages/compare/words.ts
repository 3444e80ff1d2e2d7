import { messages } from '../frame/messages';

export const compareWords = messages({
  title: 'What changed',
  titleBetween: (from: string, to: string) => `What changed between ${from} and ${to}`,
  intro: 'Choose two days. The page says what is different on the second day, each day as it stood then.',
  from: 'First day',
  to: 'Second day',
  show: 'Show what changed',
  wrongOrder: 'The second day must not lie before the first day.',
  notADay: 'Choose a real day.',
  ready: 'Or choose one of these:',
  month: 'the last month',
  half: 'the last 6 months',
  year: 'the last year',
  nothing: 'Nothing changed between these two days.',
  kinds: { milestone: 'Milestones', step: 'Steps of plans', 'promise-start': 'Start of the work' },
  count: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
});
