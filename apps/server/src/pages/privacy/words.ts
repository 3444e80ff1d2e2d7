import { counted, messages } from '../frame/messages';

export const privacyWords = messages({
  title: 'What we keep about you',
  controller: (partnership: string) =>
    `${partnership} runs these pages. It answers for what is kept here about people. The law calls it the controller.`,
  keptTitle: 'What is kept, and why',
  read: {
    who: 'If you only read',
    kept: 'Nothing is kept about you. We put one small file (a cookie) in your browser when you open a form or sign in. It knows your browser again until you close it. We do not follow you.',
  },
  account: {
    who: 'If you have an account',
    kept: [
      'The name that the administrator wrote down for you, and the group that you appear as, if you do.',
      'The name that you sign in with. Your password is kept so that nobody can read it.',
      'Where you are signed in, and since when.',
      'Which roles you have or had here, from when to when, who gave them to you, and why they ended.',
    ],
    why: 'We need this so that only the right people see and write what is not open to all.',
  },
  record: {
    who: 'If you write something down here',
    kept: 'What you wrote, when, and in which role. Your name does not stand beside it, only a number that stands for you.',
    why: 'This record says who decided what, and when. That is why nothing in it is changed or taken out.',
  },
  inspector: {
    who: 'If you are an inspector',
    kept: 'Which pages and files you looked at here, and when.',
    why: 'The partnership can then see who has looked. Nobody can change that list.',
  },
  children: 'No child’s own story is ever written down here. If you find one, tell the administrator at once.',
  longTitle: 'How long it is kept',
  long: [
    'You are signed out after 2 hours without use, and after 12 hours in any case. Then that sign-in is deleted.',
    'A link to join is good for 7 days. A token for a program is good for a year at most.',
    'What was written down here is kept for good. What somebody wrote is locked with a key. If it must be erased, the key is thrown away, and nobody can read it any more.',
  ],
  months: (count: number) =>
    `The partnership decided to keep an account for ${counted(count, 'month')} after the last role has ended.`,
  noMonths:
    'The partnership has not said yet how long it keeps an account after the last role has ended. You can ask for yours to be deleted.',
  rightsTitle: 'What you can ask for',
  rights: [
    'You can see all that is kept about you.',
    'You can ask for it to be put right or erased.',
    'You can say that you do not want it to be used.',
  ],
  download: 'Download what is kept about you (JSON file)',
  signedOut: 'Sign in to download what is kept about you',
  ask: (partnership: string) =>
    `Ask ${partnership}: talk to its development worker or its administrator, or write to it. You get an answer within a month, and you pay nothing.`,
  commissioner: 'If you are not happy with the answer, you can go to the Information Commissioner:',
});
