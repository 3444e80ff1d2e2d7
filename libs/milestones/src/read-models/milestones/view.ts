import type { Day, FoundationOrRights, Instant, Timescale } from '@promise/kernel';
import type { Horizon } from '../../domain/milestone/events';

export type Lifecycle = 'proposed' | 'agreed' | 'started' | 'achieved' | 'withdrawn';

/** When something was so, when it was recorded, and the event that says so. */
export interface Recorded {
  readonly event: string;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
}

export interface MoveView extends Recorded {
  readonly from: Timescale;
  readonly to: Timescale;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
  readonly youngPeopleTold: {
    readonly state: 'told' | 'not-yet' | 'not-needed';
    readonly when: Day | null;
    readonly how: string | null;
  };
}

interface ProgressView extends Recorded {
  readonly rating: string;
  readonly narrative: string;
  readonly reportedBy: string | null;
}

/** `id` is the id of the event that attached it. */
export interface EvidenceView {
  readonly id: string;
  readonly shows: string;
  readonly link: string | null;
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  } | null;
  readonly effectiveOn: Day;
}

interface ReopenedView extends Recorded {
  readonly from: 'achieved' | 'withdrawn';
  readonly reason: string;
}

/** A milestone as it stood on a day. Erased text reads `[removed]`. */
export interface MilestoneView {
  readonly id: string;
  readonly partnership: string;
  readonly title: string;
  readonly foundation: FoundationOrRights;
  readonly alsoServes: readonly FoundationOrRights[];
  readonly horizon: Horizon;
  readonly parent: string | null;
  readonly priorities: readonly string[];
  readonly successStatement: string | null;
  readonly citation: { readonly document: string; readonly place: string } | null;
  readonly leads: readonly string[];
  readonly lifecycle: Lifecycle;
  readonly proposedOn: Day;
  /** Agreed by a body, which it may be at any point of its life; null while no body has. */
  readonly agreed: { readonly body: string; readonly on: Day } | null;
  readonly startedOn: Day | null;
  readonly firstPlanned: Timescale;
  readonly planned: Timescale;
  /** Every move of its date, in order of effect. */
  readonly moves: readonly MoveView[];
  readonly progress: readonly ProgressView[];
  readonly evidence: readonly EvidenceView[];
  /** `evidence` holds ids; what was handed in after the day asked for is not yet among the evidence of the view. */
  readonly achieved: { readonly on: Day; readonly evidence: readonly string[]; readonly differenceMade: string } | null;
  readonly withdrawn: {
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedOn: Day | null;
    readonly on: Day;
  } | null;
  readonly reopened: readonly ReopenedView[];
  /**
   * Version of the stream, where the view is the latest by effective time; else that of the last event that has a part
   * in it.
   */
  readonly version: number;
}
