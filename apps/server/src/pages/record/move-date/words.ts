import { messages } from '../../frame/messages';

export const moveWords = messages({
  title: 'Move the date',
  intro: 'The old date stays on record. Young people can see every date this ever had, and why it moved.',
  secondPerson: 'This is a 10-year date. A second person has to approve the move before it counts.',
  timescale: 'When is it planned for now?',
  reason: 'Why does the date move?',
  reasonHint: 'Write it so that the young people it is about can understand it.',
  decidedBy: 'Which group decided it?',
  decidedOn: 'On what day did they decide it?',
  told: 'Were children and young people told?',
  toldChoices: {
    told: 'Yes, they were told',
    'not-yet': 'Not yet',
    'not-needed': 'They do not need to be told',
  },
  notYetHint: 'It stays on your list until they are told.',
  when: 'On what day were they told?',
  how: 'How were they told?',
  toldAnswer: (choice: string, when: string, how: string) =>
    [choice, ...(when === '' ? [] : [`On ${when}`]), ...(how === '' ? [] : [how])].join('\n'),
  countsFrom: 'From what day has the new date counted?',
  countsFromHint: 'Without an answer, it counts from today.',
  beforeAndAfter: 'The date before and after',
  before: 'Planned until now',
  after: 'Planned from now on',
});
