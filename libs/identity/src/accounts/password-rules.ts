import { type Fault, isPlainText } from '@promise/kernel';
import { dictionary } from '@zxcvbn-ts/language-common';

const SHORTEST = 12;
const LONGEST = 200;

/** Passwords that many people use, in lower case. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String));

/**
 * What is wrong with a new password: too short, too long, used by many, or made of the person's own names. Nothing is
 * asked about its kinds of characters (OWASP ASVS 5.0, 6.2).
 * @param names the person's name and sign-in name
 */
export function passwordFaults(password: string, names: readonly string[]): Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'password', rule, message }];
  const length = [...new Intl.Segmenter().segment(password)].length;
  if (!isPlainText(password)) return fault('plain-text', 'the password has characters that cannot be typed everywhere');
  if (length < SHORTEST)
    return fault('long-enough', `the password must have at least ${SHORTEST} characters; three words do well`);
  if (length > LONGEST) return fault('not-too-long', `the password must have at most ${LONGEST} characters`);
  const plain = password.toLowerCase();
  if (COMMON.has(plain) || /^(.{1,4})\1+$/u.test(plain)) {
    return fault(
      'not-common',
      'the password is one that many people use, or the same again and again: choose another one',
    );
  }
  if (names.some((name) => name.length > 3 && plain.includes(name.toLowerCase()))) {
    return fault('not-a-name', 'the password has your own name in it: choose another one');
  }
  return [];
}
