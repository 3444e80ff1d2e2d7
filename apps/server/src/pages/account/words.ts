import { messages } from '../frame/messages';

export const accountWords = messages({
  welcomeTitle: 'Choose how you sign in',
  welcome: (name: string) => `This link is for ${name}. Choose a name and a password to sign in with.`,
  signInName: 'Your sign-in name',
  signInNameHint: 'Small letters and digits, such as sam.m. It need not be an e-mail address.',
  password: 'Your password',
  passwordHint: 'At least 12 characters. Three words that do not belong together do well.',
  save: 'Save and sign in',
  deadTitle: 'This link does not work',
  dead: 'It was used already, it is more than 7 days old, or a newer one was made. Ask the administrator of your partnership for a new link.',
  signInsTitle: 'Where you are signed in',
  signInsIntro: 'A sign-in ends after 2 hours without use, and after 12 hours in any case.',
  since: 'Since',
  lastUsed: 'Last used',
  here: 'this browser',
  endOthers: 'Sign out everywhere else',
  others: 'You are signed out everywhere else.',
});
