import { Command } from '@nestjs/cqrs';
import type { CommandContext, Recorded } from '@promise/recording';
import type { StepResultInput } from '../../domain/plan/commands';

/**
 * Says what came of a plan's step, given by its id `<planKey>.<stepKey>`. Effective on the day of the result (`when`)
 * unless the context says otherwise.
 */
export class RecordStepResultCommand extends Command<Recorded> {
  constructor(
    readonly context: CommandContext,
    readonly stepId: string,
    readonly result: StepResultInput,
  ) {
    super();
  }
}
