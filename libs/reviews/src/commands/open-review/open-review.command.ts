import type { OpenData } from '../../domain/review/commands';
import { ReviewCommandOf } from '../review-command';

/** A review begins; `review` is its id, derived from the command id. */
export class OpenReview extends ReviewCommandOf<OpenData> {}
