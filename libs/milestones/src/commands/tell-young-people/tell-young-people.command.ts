import type { TellData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** Children and young people are told of the last move that they were not yet told of. */
export class TellYoungPeople extends MilestoneCommandOf<TellData> {}
