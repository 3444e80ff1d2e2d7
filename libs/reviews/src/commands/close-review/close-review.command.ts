import type { CloseData } from '../../domain/review/commands';
import { ReviewCommandOf } from '../review-command';

/** A review is to be closed; that counts once a second person approves it. */
export class CloseReview extends ReviewCommandOf<CloseData> {}
