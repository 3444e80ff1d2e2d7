import type { MilestoneView } from '@promise/milestones';
import { statusOfMilestone } from '@promise/timeline';
import { kindOf } from '../timeline-picture/view/kind-of';
import type { Kind } from '../timeline-picture';
import type { View } from '../frame/view';

/** A link to another page of the partnership. */
export interface Named {
  readonly href: string;
  readonly title: string;
}

/** One milestone as its page tells it. */
export interface Story {
  readonly milestone: MilestoneView;
  readonly kind: Kind;
  /** Address of the partnership's pages: `/p/north-lanarkshire`. */
  readonly base: string;
  readonly parent: Named | null;
  readonly children: readonly Named[];
  readonly priorities: readonly Named[];
  readonly view: View;
}

export function kindOfMilestone(milestone: MilestoneView, asAt: string): Kind {
  return kindOf({ status: statusOfMilestone(milestone, asAt), moved: milestone.moves.length > 0 });
}
