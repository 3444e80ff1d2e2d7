import type { CorrectData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** One event of the milestone is taken back, or named fields of it are replaced. */
export class CorrectMilestone extends MilestoneCommandOf<CorrectData> {}
