import { personal, refuse } from '@promise/kernel';
import type { RegistrationInput } from './commands';
import type { PartnershipEvent } from './events';
import type { Published } from './pack';
import { sameReading } from './same-reading';
import type { PartnershipState } from './state';

/** A partnership begins: what it is called, and what anybody may read. */
export function register(
  state: PartnershipState | null,
  { name, publishes }: RegistrationInput,
): readonly PartnershipEvent[] {
  if (state) refuse('partnership', 'not-registered-yet', 'this partnership is set up already: change its settings');
  const payload = { name: named(name), publishes: inOrder(publishes), decided: true } as const;
  return [{ type: 'PartnershipRegistered', schemaVersion: 1, payload }];
}

export function rename(state: PartnershipState, given: string): readonly PartnershipEvent[] {
  const name = named(given);
  if (sameReading(state.name, name) && !('erased' in state.name)) {
    refuse('name', 'changes-something', 'the partnership is called so already');
  }
  return [{ type: 'PartnershipRenamed', schemaVersion: 1, payload: { name, decided: true } }];
}

export function changePublication(state: PartnershipState, given: readonly Published[]): readonly PartnershipEvent[] {
  const publishes = inOrder(given);
  if (sameReading(state.publishes, publishes)) {
    refuse('publishes', 'changes-something', 'this is what anybody may read already');
  }
  return [{ type: 'PublicationChanged', schemaVersion: 1, payload: { publishes, decided: true } }];
}

function named(name: string): ReturnType<typeof personal> {
  if (name.trim() === '') refuse('name', 'required', 'name the partnership');
  return personal(name.trim());
}

function inOrder(publishes: readonly Published[]): readonly Published[] {
  return [...new Set(publishes)].sort();
}
