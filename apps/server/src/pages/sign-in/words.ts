import { messages } from '../frame/messages';

export const signInWords = messages({
  title: 'Sign in',
  intro:
    'People of the partnership sign in here, with the name and password that they chose. Everybody may look at what a partnership publishes without signing in.',
  onlySignedIn:
    'Some pages are only for people who are signed in: the story of a milestone, what changed, the report and the trail.',
  published: 'See what everybody may read',
  demonstration: 'Try it out',
  demonstrationIntro:
    'These accounts are for trying the tracker out on this computer. Choose whose eyes to see it with.',
  demonstrationButton: (role: string) => `Sign in as ${role} (demonstration)`,
  token: 'Demonstration token',
  tokenTitle: 'Sign in with a token',
  tokenHint: 'Paste it here. The tokens are in the file sign-in.json in the data folder.',
  tokenButton: 'Sign in with this token',
  tokenUnknown: 'This token is not known here. Check that you copied all of it.',
  name: 'Your sign-in name',
  password: 'Your password',
  nameMissing: 'Give your sign-in name.',
  passwordMissing: 'Give your password.',
  unknown:
    'We do not know this name with this password. Check both. If you forgot one, ask the administrator of your partnership for a new link.',
  wait: 'There were too many wrong tries. Wait a few minutes, then try again.',
  carryOnTitle: 'You are signed in again',
  carryOnText: 'Nothing has been recorded yet. Carry on with what you wrote.',
  carryOn: 'Carry on',
});
