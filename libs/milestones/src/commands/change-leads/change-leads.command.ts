import type { ChangeLeadsData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** Other roles or groups lead the milestone. */
export class ChangeLeads extends MilestoneCommandOf<ChangeLeadsData> {}
