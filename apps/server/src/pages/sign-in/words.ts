import { messages } from '../frame/messages';

export const signInWords = messages({
  title: 'Sign in',
  intro:
    'People of the partnership sign in here. Everybody may look at what a partnership publishes without signing in.',
  demonstration: 'Try it out',
  demonstrationIntro:
    'These accounts are for trying the tracker out on this computer. Choose whose eyes to see it with.',
  demonstrationButton: (role: string) => `Sign in as ${role} (demonstration)`,
  token: 'Demonstration token',
  tokenTitle: 'Sign in with a token',
  tokenHint: 'Paste it here. The tokens are in the file sign-in.json in the data folder.',
  tokenMissing: 'Paste your token.',
  tokenUnknown: 'This token is not known here. Check that you copied all of it.',
  noAccounts: 'Nobody can sign in here yet: there are no accounts.',
  carryOnTitle: 'You are signed in again',
  carryOnText: 'Nothing has been recorded yet. Carry on with what you wrote.',
  carryOn: 'Carry on',
});
