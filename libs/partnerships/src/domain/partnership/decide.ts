import { type Decider, refuse } from '@promise/kernel';
import type { PartnershipCommand } from './commands';
import type { PartnershipEvent } from './events';
import { importPack } from './import-pack';
import { decidePromiseStart } from './promise-start';
import { foldPartnership, type PartnershipState } from './state';

/** The rules of a partnership itself. */
export const partnershipDecider: Decider<PartnershipState | null, PartnershipCommand, PartnershipEvent> = {
  fold: foldPartnership,
  decide(state, command, context) {
    switch (command.type) {
      case 'ImportPartnership':
        return importPack(state, command.pack);
      case 'DecidePromiseStart':
        if (!state) refuse('partnership', 'known-partnership', 'this partnership is not registered here');
        return decidePromiseStart(command, context);
    }
  },
};
