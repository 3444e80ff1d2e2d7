import { mayDo } from '@promise/identity';
import type { GuardedRequest } from '../../../api/conventions/signed-in';

/** Where this person may ask that records be erased; undefined where they may not. */
export function eraseAt({ person, params }: GuardedRequest): string | undefined {
  return person && mayDo('text.erase', person.roles) ? `/p/${String(params.partnership)}/records` : undefined;
}
