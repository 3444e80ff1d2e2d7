import { messages } from '../../frame/messages';

export const correctWords = messages({
  chooseTitle: 'Put a mistake right',
  chooseIntro:
    'Choose the record that is wrong. It stays where it is: what you write is put beside it, and everybody can see both.',
  chooseThis: 'Put this right',
  takenBack: 'This was taken back.',
  soOn: (day: string) => `So on ${day}.`,
  title: 'Put a mistake right',
  proposalIntro: 'A proposal is not taken back. If it should never have been made, stop the milestone instead.',
  correctionIntro: 'A correction can only be taken back. Then put the record itself right once more.',
  how: 'What is wrong with it?',
  void: 'All of it: take the record back',
  voidHint: 'It was recorded by mistake. It no longer counts, and stays on record as taken back.',
  replace: 'Some of it: write what is right',
  why: 'What was the mistake?',
  whyHint: 'Say it so that somebody who reads the record in years to come understands it.',
  countsFrom: 'On what day was it so?',
  shows: 'What does the evidence show?',
  link: 'What is its address on the web?',
  evidence: 'What shows that it is done?',
  nothingChanged: 'Change what is wrong, or take the record back.',
  change: (label: string, before: string, after: string) => `${label} It said: ${before} It will say: ${after}`,
  nothing: 'nothing',
  wrongRecord: 'The record that is wrong',
});
