import type { WithdrawData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** The milestone is given up, by a decision and for a reason. */
export class WithdrawMilestone extends MilestoneCommandOf<WithdrawData> {}
