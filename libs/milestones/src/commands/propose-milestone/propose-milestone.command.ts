import type { ProposeData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** A new milestone is proposed; `milestone` is its id, derived from the command id. */
export class ProposeMilestone extends MilestoneCommandOf<ProposeData> {}
