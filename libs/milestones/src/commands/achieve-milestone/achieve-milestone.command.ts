import type { AchieveData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** The milestone is achieved, with evidence. */
export class AchieveMilestone extends MilestoneCommandOf<AchieveData> {}
