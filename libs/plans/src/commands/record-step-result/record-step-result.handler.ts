import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Decider } from '@promise/kernel';
import { Recorder, type Recorded, UnknownThing } from '@promise/recording';
import type { RecordStepResult } from '../../domain/plan/commands';
import { planDecider } from '../../domain/plan/decide';
import type { PlanEvent } from '../../domain/plan/events';
import { partsOfLineId, planStream } from '../../domain/plan/ids';
import type { PlanState } from '../../domain/plan/state';
import { RecordStepResultCommand } from './record-step-result.command';

@CommandHandler(RecordStepResultCommand)
export class RecordStepResultHandler implements ICommandHandler<RecordStepResultCommand> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ context, stepId, result }: RecordStepResultCommand): Promise<Recorded> {
    const parts = partsOfLineId(stepId);
    if (!parts) throw new UnknownThing('step', stepId);
    return this.recorder.record(deciderOf(stepId), planStream(context.partnership, parts.planKey), context, {
      ...result,
      type: 'RecordStepResult',
      step: parts.key,
      dayGiven: context.effectiveOn !== undefined,
    });
  }
}

/** The plan's rules; a step that the plan does not have is no broken rule but a thing that is not there. */
function deciderOf(stepId: string): Decider<PlanState, RecordStepResult, PlanEvent> {
  return {
    ...planDecider,
    decide(state, command, context) {
      if (!state.steps.has(command.step)) throw new UnknownThing('step', stepId);
      return planDecider.decide(state, command, context);
    },
  };
}
