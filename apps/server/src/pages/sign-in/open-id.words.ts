import type { OpenIdRefusal } from '@promise/identity';
import { messages } from '../frame/messages';

interface Problem {
  readonly title: string;
  /** What it means, and what to do next. */
  readonly next: (provider: string) => string;
}

/** Why nobody is signed in; `no-role` is somebody who is known and may do nothing here. */
export type WhyNot = OpenIdRefusal | 'no-role';

const PROBLEMS: Readonly<Record<WhyNot, Problem>> = {
  denied: {
    title: 'You were not signed in',
    next: (provider) => `${provider} did not sign you in, or you stopped on the way. You can try again.`,
  },
  'invalid-answer': {
    title: 'We could not sign you in',
    next: (provider) =>
      `What came back from ${provider} is not what we can trust, so nobody was signed in. Try again. If it happens once more, tell whoever runs the tracker.`,
  },
  'unknown-state': {
    title: 'Please start again',
    next: () =>
      'This sign-in was not begun in this browser, it was used already, or it took more than 10 minutes. Nobody was signed in.',
  },
  unreachable: {
    title: 'We cannot reach the sign-in service',
    next: (provider) => `${provider} does not answer just now. Try again in a few minutes.`,
  },
  'groups-not-told': {
    title: 'Your groups could not be read',
    next: (provider) =>
      `${provider} did not tell us which groups you are in, so we cannot know what you may do. Your roles stay as they were. Ask those who look after ${provider} to send only the groups that are assigned to the tracker, or app roles instead of groups.`,
  },
  'no-role': {
    title: 'You have no role here',
    next: (provider) =>
      `${provider} knows you, but you have no role in the tracker. Ask the administrator of your partnership which group at ${provider} you need to be in.`,
  },
};

export const openIdWords = messages({
  of: (why: WhyNot): Problem => PROBLEMS[why],
  again: 'Go to the sign-in page',
  title: 'With your work account',
  button: (provider: string) => `Sign in with ${provider}`,
  notCarried: 'What you wrote is not taken along there. Copy it first, or sign in with your name and password.',
  byPassword: 'With a name and a password',
  unnamed: (provider: string) => `Somebody from ${provider}`,
  signedOutTitle: 'You are signed out',
  signedOut: 'You are signed out of the tracker in this browser.',
  stillThere: (provider: string) =>
    `You may still be signed in with ${provider}. If other people use this computer, sign out there too.`,
  signOutThere: (provider: string) => `Sign out of ${provider}`,
  noSuchPlace: (provider: string) => `${provider} has no page to sign out. Close the browser instead.`,
  front: 'Go to the front page',
});
