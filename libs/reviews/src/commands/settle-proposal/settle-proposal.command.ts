import type { Settlement } from '@promise/kernel';
import { ReviewCommandOf } from '../review-command';

/** A change of the review that was proposed is approved, refused or taken back. */
export class SettleReviewProposal extends ReviewCommandOf<Settlement> {}
