import type { ReopenData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** An achieved or withdrawn milestone goes back to where it was before. */
export class ReopenMilestone extends MilestoneCommandOf<ReopenData> {}
