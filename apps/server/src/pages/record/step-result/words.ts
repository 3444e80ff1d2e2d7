import { messages } from '../../frame/messages';

export const stepWords = messages({
  title: 'Record what came of a step',
  intro: 'The plan set this step. Say what came of it, as far as somebody can vouch for it.',
  result: 'What came of it?',
  results: {
    done: 'It was done',
    'part-done': 'Part of it was done',
    'not-done': 'It was not done',
    superseded: 'Something else took its place',
  },
  when: 'When did it come to that?',
  whenHint: 'For example, the day it was finished or given up.',
  byWhoseWord: 'By whose word?',
  byWhoseWordHint: 'A role or a group, not the name of a person.',
  evidence: 'Is there a link that shows it?',
  evidenceHint: 'Beginning with https://',
  shows: 'What does that link show?',
  note: 'Is there anything else worth saying?',
});
