import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { RegistrationInput } from '../../domain/partnership/commands';

/** Begins the context’s partnership, which nobody has registered yet. */
export class RegisterPartnershipCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly registration: RegistrationInput,
  ) {
    super();
  }
}
