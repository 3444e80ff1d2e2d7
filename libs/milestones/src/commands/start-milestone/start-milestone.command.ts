import { MilestoneCommandOf } from '../milestone-command';

/** Work on the milestone starts. */
export class StartMilestone extends MilestoneCommandOf<Readonly<Record<string, never>>> {}
