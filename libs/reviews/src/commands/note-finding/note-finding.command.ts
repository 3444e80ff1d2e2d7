import type { FindingData } from '../../domain/review/commands';
import { ReviewCommandOf } from '../review-command';

/** Something was found in a review. */
export class NoteFinding extends ReviewCommandOf<FindingData> {}
