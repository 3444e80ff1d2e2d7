import type { AttachEvidenceData } from '../../domain/milestone/commands';
import { MilestoneCommandOf } from '../milestone-command';

/** A link or a file that shows something about the milestone; a file is kept before this is asked for. */
export class AttachEvidence extends MilestoneCommandOf<AttachEvidenceData> {}
