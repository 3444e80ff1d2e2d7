import { type Fault, Refusal } from '@promise/kernel';
import { KeyReused, LostRace, StaleVersion } from '@promise/recording';
import { Problem } from '../../../api/conventions/problem';

/** Why nothing was recorded, where the person can do something about it. */
export type Unsettled =
  | { readonly how: 'refused'; readonly faults: readonly Fault[] }
  | { readonly how: 'key-used' }
  | { readonly how: 'changed' };

/** Null for what is no matter of this form. */
export function unsettled(error: unknown): Unsettled | null {
  if (error instanceof Refusal) return { how: 'refused', faults: error.faults };
  if (error instanceof Problem && error.document.errors) return { how: 'refused', faults: error.document.errors };
  if (error instanceof KeyReused) return { how: 'key-used' };
  if (error instanceof StaleVersion || error instanceof LostRace) return { how: 'changed' };
  return null;
}
