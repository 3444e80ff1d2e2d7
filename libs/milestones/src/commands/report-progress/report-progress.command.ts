import type { ReportProgressData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** How the work goes, by the word of a lead or of somebody for them. */
export class ReportProgress extends MilestoneCommandOf<ReportProgressData> {}
