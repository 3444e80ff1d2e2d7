import type { Settlement } from '@promise/kernel';
import { type CommandContext, type Recorded, type Recorder, UnknownThing } from '@promise/recording';
import type { ReviewCommand } from '../domain/review/commands';
import { NoSuchReview } from '../domain/review/decide';
import { reviewWithSecondPerson } from '../domain/review/second-person';
import { reviewStream } from '../domain/review/stream';

/**
 * Loads a review, decides and appends.
 * @throws UnknownThing the review was never opened in this partnership
 */
export async function recordReview(
  recorder: Recorder,
  { review, context }: { readonly review: string; readonly context: CommandContext },
  command: ReviewCommand | Settlement,
): Promise<Recorded> {
  try {
    const stream = reviewStream(context.partnership, review);
    return await recorder.record(reviewWithSecondPerson, stream, context, command);
  } catch (error) {
    if (error instanceof NoSuchReview) throw new UnknownThing('review', review);
    throw error;
  }
}
