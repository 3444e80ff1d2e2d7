import { messages } from '../messages';

interface Problem {
  readonly title: string;
  /** What it means, and what to do next. */
  readonly next: string;
}

const PROBLEMS: Readonly<Record<number, Problem>> = {
  400: { title: 'We could not understand that', next: 'Something in the address or in the form is not right.' },
  401: { title: 'Please sign in', next: 'This page is only for people who are signed in.' },
  403: {
    title: 'You may not do this',
    next: 'Your account does not allow it. If you need it for your work, ask the administrator of your partnership.',
  },
  404: {
    title: 'We could not find this page',
    next: 'There is nothing at this address. If you typed it, check it. If you followed a link, it may be of another partnership or of another day.',
  },
  409: {
    title: 'Someone changed this while you were writing',
    next: 'Nothing of yours was recorded. Go back, look at what is new, and send it again.',
  },
  410: { title: 'This was erased', next: 'What was here was erased for good. That it was here stays on record.' },
  412: {
    title: 'Someone changed this while you were writing',
    next: 'Nothing of yours was recorded. Go back, look at what is new, and send it again.',
  },
  413: { title: 'This is too large', next: 'A file may have up to 20 MB. Nothing was recorded.' },
  422: { title: 'This cannot be recorded as it is', next: 'A rule of the record forbids it. Nothing was recorded.' },
  429: {
    title: 'Please wait a moment',
    next: 'More was asked for from here than one person can read. Nothing was recorded. Wait a minute, then try again.',
  },
  503: { title: 'Please try again in a moment', next: 'The record cannot be reached just now. Nothing is lost.' },
};

const FORGED: Problem = {
  title: 'We could not take this form',
  next: 'It was not sent from a page that was opened in this browser. Nothing was recorded. Go back, load the page again and try once more.',
};

const OUR_FAULT: Problem = {
  title: 'Something went wrong here',
  next: 'It is our fault, not yours, and it has been noted. Nothing was recorded unless you were told so. Try again in a moment.',
};

export const problemWords = messages({
  of: (status: number): Problem => PROBLEMS[status] ?? OUR_FAULT,
  forged: FORGED,
  home: 'Go to the front page',
  again: 'Please send it again',
  againNext:
    'You signed in again since you opened this form. What you wrote is kept, and nothing has been recorded yet.',
  sendAgain: 'Carry on with what I wrote',
  ended: 'Your sign-in has ended',
  endedNext:
    'You were away for a while, so you were signed out. What you wrote is kept on this page and has not been recorded yet. Sign in again to carry on with it.',
  signInAgain: 'Sign in and carry on',
});
