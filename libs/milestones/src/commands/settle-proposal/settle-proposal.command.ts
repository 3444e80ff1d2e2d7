import type { Settlement } from '@promise/kernel';
import { MilestoneCommandOf } from '../milestone-command';

/** A change of the milestone that was proposed is approved, refused or taken back. */
export class SettleMilestoneProposal extends MilestoneCommandOf<Settlement> {}
