import { messages } from '../../frame/messages';

export const proposeWords = messages({
  title: 'Record a milestone',
  intro: 'A milestone is something that will be so by a date. It is a proposal until a group agrees it.',
  milestone: 'What will be so?',
  milestoneHint: 'In plain words, such as: Every child has an advocate within two weeks.',
  foundation: 'Which foundation does it serve first?',
  alsoServes: 'Does it serve others too?',
  horizon: 'Which mark does it belong to?',
  horizons: {
    '5-year': 'The first 5 years',
    '10-year': 'The 10 years',
    interim: 'It is a step on the way to another milestone',
  },
  parent: 'Which milestone is it a step towards?',
  chooseParent: 'Choose a milestone',
  timescale: 'When is it planned for?',
  leads: 'Who leads it?',
  leadsHint: 'Roles or groups, one on each line. No names of people.',
  successStatement: 'How will you know that it is done?',
  priorities: 'Which lines of plans does it come from?',
  document: 'In which document is it written?',
  documentHint: 'The title of the document.',
  place: 'Where in that document?',
  placeHint: 'A section, a priority or a row.',
  countsFrom: 'On what day was it proposed?',
});
