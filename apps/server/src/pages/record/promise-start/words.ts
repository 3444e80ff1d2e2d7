import { messages } from '../../frame/messages';

export const promiseStartWords = messages({
  title: 'Decide when the Promise work started',
  intro:
    'The 5-year and the 10-year mark count from this date. A new date moves the marks and no milestone; the old marks stay on record. A second person has to approve another date before it counts.',
  timescale: 'When did the work start?',
  reason: 'Why do the marks count from then?',
  decidedBy: 'Which group decided it?',
  decidedOn: 'On what day did they decide it?',
  document: 'In which document is it written?',
  documentHint: 'The title of the document.',
  place: 'Where in that document?',
  placeHint: 'A section, a priority or a row.',
  now: (words: string) => `Until now the marks count from ${words}.`,
  none: 'Until now no start is set, and there are no marks.',
});
