import type { Day, Settlement } from '@promise/kernel';
import { type CommandContext, type Recorded, type Recorder, UnknownThing } from '@promise/recording';
import type { MilestoneCommand } from '../domain/milestone/commands';
import { NoSuchMilestone } from '../domain/milestone/decide';
import { milestoneWithSecondPerson } from '../domain/milestone/second-person';
import { milestoneStream } from '../domain/milestone/stream';

/**
 * Loads a milestone, decides and appends.
 * @throws UnknownThing the milestone was never proposed in this partnership
 */
export async function recordMilestone(
  recorder: Recorder,
  { milestone, context }: { readonly milestone: string; readonly context: CommandContext },
  command: MilestoneCommand | Settlement,
): Promise<Recorded> {
  try {
    const stream = milestoneStream(context.partnership, milestone);
    return await recorder.record(milestoneWithSecondPerson, stream, context, command);
  } catch (error) {
    if (error instanceof NoSuchMilestone) throw new UnknownThing('milestone', milestone);
    throw error;
  }
}

/** The context of a command that was so on the day it names, unless the person said another. */
export function soOn(context: CommandContext, day: Day): CommandContext {
  return { ...context, effectiveOn: context.effectiveOn ?? day };
}
