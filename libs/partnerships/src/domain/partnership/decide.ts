import { type Decider, refuse } from '@promise/kernel';
import type { PartnershipCommand, SettingsCommand } from './commands';
import type { PartnershipEvent } from './events';
import { changePublication, register, rename } from './identity';
import { importPack } from './import-pack';
import { decidePromiseStart } from './promise-start';
import { decideRetention } from './retention';
import { foldPartnership, type PartnershipState } from './state';
import { decideThemes } from './themes';

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
      case 'RegisterPartnership':
        return register(state, command);
      default:
        if (!state) refuse('partnership', 'known-partnership', 'this partnership is not registered here');
        return change(state, command);
    }
  },
};

function change(state: PartnershipState, command: SettingsCommand): readonly PartnershipEvent[] {
  switch (command.type) {
    case 'RenamePartnership':
      return rename(state, command.name);
    case 'ChangePublication':
      return changePublication(state, command.publishes);
    case 'DecideThemes':
      return decideThemes(state, command.themes);
    case 'DecideRetention':
      return decideRetention(state, command);
  }
}
