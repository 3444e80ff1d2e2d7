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
    'These accounts are for trying the tracker out on this computer. Choose whose eyes to see it with. Their names and passwords are in the file sign-in.json in the data folder.',
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
  codeTitle: 'Give your code',
  codeIntro: 'Your password is right. You chose to give a code as well.',
  code: 'Code',
  codeHint: 'The six digits that your app shows now. If you do not have the app, give one of your recovery codes.',
  codeMissing: 'Give your code.',
  codeWrong:
    'This code is not right, or it was used before. Wait until your app shows a new one, then try again. If you lost the app and the recovery codes, ask the administrator of your partnership for a new link.',
  codeLate: 'It took too long, or this page was used before. Sign in again.',
  carryOnTitle: 'You are signed in again',
  carryOnText: 'Nothing has been recorded yet. Carry on with what you wrote.',
  carryOn: 'Carry on',
});
