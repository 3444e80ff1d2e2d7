import { messages } from '../../frame/messages';

/** The words that every form shares. */
export const recordingWords = messages({
  goOn: 'Check your answers',
  checkTitle: 'Check your answers',
  checkIntro: 'Nothing is recorded yet. Read it once more, then record it.',
  record: 'Record it',
  recordAnyway: 'Record it all the same',
  cancel: 'Go back without recording',
  unanswered: (label: string) => `Please answer: ${label}`,
  wrong: (label: string, what: string) => `“${label}” ${what}.`,
  understood: (sentence: string) => `We understand this as: ${sentence}`,
  usedBefore: 'You have recorded this form before, with other answers. To record this as well, send it once more.',
  countsFromLabel: 'On what day was this so?',
  countsFromHint: 'Without an answer it counts from today. It may be a day long past.',
  today: 'Today',
  conflictTitle: 'Someone changed this while you were writing',
  conflictIntro: 'Nothing of yours is recorded yet. This was recorded since you opened the form:',
  conflictUnseen: 'Something was recorded since you opened the form.',
  conflictNext:
    'Below is what you wrote; nothing of it is lost. If it still holds, record it. If not, change it or go back.',
  recordedBy: (role: string, moment: string) => `Recorded by ${role} on ${moment}.`,
  about: 'About',
});
