import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { messages } from '../frame/messages';
import type { Choice } from '../frame/forms/fields';

export const foundationWords = messages({
  voice: { name: 'Voice', hint: 'Children are listened to, and it makes a difference.' },
  family: { name: 'Family', hint: 'Where children are safe and loved at home, they stay there with help.' },
  care: { name: 'Care', hint: 'Where they cannot stay, they stay with their brothers and sisters and have a home.' },
  people: { name: 'People', hint: 'The people around children know them and stay with them.' },
  scaffolding: { name: 'Scaffolding', hint: 'Help, support and decisions are there when they are needed.' },
  rights: { name: 'Rights', hint: 'Children’s rights underpin all five foundations.' },
});

/** The foundations as choices, each with its plain line. */
export function foundationChoices(withHints: boolean): readonly Choice[] {
  const words = foundationWords();
  return FOUNDATIONS_AND_RIGHTS.map((value) => ({
    value,
    label: words[value].name,
    ...(withHints ? { hint: words[value].hint } : {}),
  }));
}
