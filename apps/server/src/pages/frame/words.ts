import { messages } from './messages';

/** The words of the frame: what stands on every page. */
export const frameWords = messages({
  site: 'Keeping The Promise',
  skipToContent: 'Skip to main content',
  navigation: 'Main',
  footer: 'About these pages',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (role: string) => `Signed in as ${role}`,
  error: 'Error: ',
  problems: 'There is a problem',
  back: 'Back',
  notice: 'Done',
  asRecorded: (moment: string, number: number) =>
    `As recorded on ${moment}. Record number ${number.toLocaleString('en-GB')}.`,
  asItStood: (day: string) => `You are looking at ${day}, as it stood then.`,
  asItWas: (day: string) => `You are looking at how things were on ${day}, with all that was recorded later.`,
  asItStoodBy: (day: string, moment: string) => `You are looking at ${day}, with what was recorded by ${moment}.`,
  asKnown: (moment: string) => `You are looking at what was known by ${moment}.`,
  cite: 'Copy this view’s address',
  citeWhy: 'At this address the page will read the same next year: the day, and what was recorded by now, stand in it.',
  day: 'Look at another day',
  dayLabel: 'Day',
  known: 'With what was recorded',
  knownNow: 'by now, corrections too',
  knownThen: 'by the end of that day',
  show: 'Show',
  backToToday: 'Go back to today',
  accessibility: 'Accessibility',
  privacy: 'What we keep about you',
  words: 'What words mean',
  otherPartnerships: 'Other partnerships',
  api: 'For computers: the API',
  invented: 'This is an example. The partnership, its people and its history are invented.',
});

/** What a role is called. */
export const roleWords = messages({
  worker: 'the development worker',
  lead: 'a lead of a milestone',
  board: 'a member of the Champions Board',
  approver: 'an approver',
  inspector: 'an inspector',
  administrator: 'the administrator',
  operator: 'whoever runs the tracker',
  'sign-in-service': 'the sign-in service',
});
