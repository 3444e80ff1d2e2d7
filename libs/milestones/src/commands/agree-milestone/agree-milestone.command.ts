import type { AgreeData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** A body agrees the milestone: from then on it is counted. */
export class AgreeMilestone extends MilestoneCommandOf<AgreeData> {}
