import { messages } from '../../frame/messages';

export const achieveWords = messages({
  title: 'Record that it is done',
  intro: 'To be done, it needs evidence, and a word about what changed for children and young people.',
  date: 'On what day was it done?',
  evidence: 'What shows that it is done?',
  evidenceHint: 'Choose from what is attached already, or give a link below.',
  evidenceNone: 'Nothing is attached yet. Give a link, or attach a file first.',
  link: 'Is there another link that shows it?',
  linkHint: 'Beginning with https://',
  shows: 'What does that link show?',
  difference: 'What changed for children and young people because of it?',
  differenceHint: 'If nothing changed yet, say so: that is an answer too.',
  fileShown: (name: string, shows: string) => `${shows} (file ${name})`,
});
