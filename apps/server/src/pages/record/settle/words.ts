import { messages } from '../../frame/messages';

export const settleWords = messages({
  approveTitle: 'Approve this',
  approveIntro: 'Once you record it, the change counts. You approve it because the board decided so.',
  body: 'Which board decided it?',
  bodyHint: 'For example: Promise Board.',
  date: 'On what day did it decide?',
  approveReason: 'On what grounds do you approve it?',
  approveReasonHint: 'For example: the paper or the minute that says so.',
  refuseTitle: 'Refuse this',
  refuseIntro: 'Nothing changes. What was proposed stays on record, with your reason.',
  refuseReason: 'Why do you refuse it?',
  takeBackTitle: 'Take your proposal back',
  takeBackIntro: 'Nothing changes. What you proposed stays on record, with your reason.',
  takeBackReason: 'Why do you take it back?',
});
