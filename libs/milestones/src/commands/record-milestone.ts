import type { Day } from '@promise/kernel';
import { type CommandContext, type Recorded, type Recorder, UnknownThing } from '@promise/recording';
import type { MilestoneCommand } from '../domain/milestone/commands';
import { milestoneDecider, NoSuchMilestone } from '../domain/milestone/decide';
import { milestoneStream } from '../domain/milestone/stream';

/**
 * Loads a milestone, decides and appends.
 * @throws UnknownThing the milestone was never proposed in this partnership
 */
export async function recordMilestone(
  recorder: Recorder,
  { milestone, context }: { readonly milestone: string; readonly context: CommandContext },
  command: MilestoneCommand,
): Promise<Recorded> {
  try {
    return await recorder.record(milestoneDecider, milestoneStream(context.partnership, milestone), context, command);
  } catch (error) {
    if (error instanceof NoSuchMilestone) throw new UnknownThing('milestone', milestone);
    throw error;
  }
}

/** The context of a command that was so on the day it names, unless the person said another. */
export function soOn(context: CommandContext, day: Day): CommandContext {
  return { ...context, effectiveOn: context.effectiveOn ?? day };
}
