import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { ThemeInput } from '../../domain/partnership/commands';

/** All themes of the partnership’s own, in place of those before. */
export class DecideThemesCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly themes: readonly ThemeInput[],
  ) {
    super();
  }
}
