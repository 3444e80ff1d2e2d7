import type { ReviseTimescaleData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** The date moves, by a decision and for a reason. */
export class ReviseTimescale extends MilestoneCommandOf<ReviseTimescaleData> {}
