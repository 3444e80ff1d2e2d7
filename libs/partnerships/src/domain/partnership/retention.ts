import { type Fault, personal, Refusal } from '@promise/kernel';
import type { RetentionInput } from './commands';
import type { PartnershipEvent } from './events';
import type { PartnershipState } from './state';

const LONGEST = 120;

/** How long people's accounts are kept once their last role has ended. Nothing is ever taken from the record by it. */
export function decideRetention(
  state: PartnershipState,
  { accountMonths, reason }: RetentionInput,
): readonly PartnershipEvent[] {
  const faults: Fault[] = [];
  if (!Number.isInteger(accountMonths) || accountMonths < 1 || accountMonths > LONGEST) {
    const message = `must be a whole number of months from 1 to ${LONGEST}`;
    faults.push({ field: 'accountMonths', rule: 'months', message });
  } else if (accountMonths === state.accountMonths) {
    const message = 'accounts are kept for so long already';
    faults.push({ field: 'accountMonths', rule: 'changes-something', message });
  }
  if (reason.trim() === '') faults.push({ field: 'reason', rule: 'required', message: 'say why' });
  if (faults.length > 0) throw new Refusal(...faults);
  const payload = { accountMonths, reason: personal(reason.trim()) };
  return [{ type: 'RetentionDecided', schemaVersion: 1, payload }];
}
