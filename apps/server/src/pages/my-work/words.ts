import { messages } from '../frame/messages';

export const myWorkWords = messages({
  title: 'My work',
  intro: 'What waits for somebody to record something, as of today.',
  record: 'Record a new milestone',
  start: 'Decide when the Promise work started',
  nothing: 'Nothing waits here.',
  planned: (when: string) => `Planned ${when}.`,
  overdue: {
    title: 'Overdue',
    why: 'The agreed date has passed. Record that it is done, or move the date and say why.',
  },
  dueSoon: {
    title: 'Due soon',
    why: 'The agreed date is less than 90 days away. Those whose date moved are here too; the timeline calls them “Date moved”.',
  },
  notTold: {
    title: 'Young people were not told',
    why: 'A date moved, and children and young people have not been told yet.',
  },
  noEvidence: { title: 'Evidence is missing', why: 'The work has started, and nothing is attached that shows it.' },
  notAgreed: { title: 'Not agreed yet', why: 'It is a proposal until a group agrees it.' },
  actions: {
    achieve: 'It is done',
    'revise-timescale': 'Move the date',
    'report-progress': 'How it is going',
    tell: 'Young people were told',
    'attach-evidence': 'Attach evidence',
    agree: 'It was agreed',
  },
});
