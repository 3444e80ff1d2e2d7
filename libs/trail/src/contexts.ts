import {
  ANY_STREAM_EVENT_TYPES,
  type AnyStreamEvent,
  type ChangeProposed,
  isAnyStreamType,
  isPersonal,
  type ProposedEvent,
  type RecordedEvent,
  type TextErased,
  textOf,
} from '@promise/kernel';
import {
  describeMilestoneEvent,
  describeProposedMilestoneEvent,
  MILESTONE_EVENT_TYPES,
  type MilestoneEvent,
  whichMilestone,
} from '@promise/milestones';
import {
  describePartnershipEvent,
  describeProposedPartnershipEvent,
  PARTNERSHIP_EVENT_TYPES,
} from '@promise/partnerships';
import { describeMembershipEvent, MEMBERSHIP_EVENT_TYPES } from '@promise/people';
import { describePlanEvent, PLAN_EVENT_TYPES, subjectOfPlanEvent } from '@promise/plans';
import { describeProposedReviewEvent, describeReviewEvent, REVIEW_EVENT_TYPES } from '@promise/reviews';
import { describeAnyStreamEvent, describeProposedErasure } from './any-stream';

/** What an event concerns, for finding it again. */
export interface Subject {
  readonly kind: 'milestone' | 'plan' | 'priority' | 'step' | 'partnership' | 'people' | 'review';
  readonly id: string;
  /** Null where it serves none, or where the event does not say: then what was last said of its subject counts. */
  readonly foundation: string | null;
}

/** Every event type of every business area. */
export const EVENT_TYPES: readonly string[] = [
  ...MILESTONE_EVENT_TYPES,
  ...PLAN_EVENT_TYPES,
  ...PARTNERSHIP_EVENT_TYPES,
  ...MEMBERSHIP_EVENT_TYPES,
  ...REVIEW_EVENT_TYPES,
  ...ANY_STREAM_EVENT_TYPES,
];

export function subjectOf(event: RecordedEvent): Subject {
  switch (kindOfStream(event)) {
    case 'milestone': {
      const which = whichMilestone(event as RecordedEvent<MilestoneEvent>);
      return { kind: 'milestone', id: which?.milestone ?? '', foundation: which?.foundation ?? null };
    }
    case 'plan':
      return isAnyStreamType(event.type) ? theWhole('plan', event) : subjectOfPlanEvent(event);
    case 'review':
      return theWhole('review', event);
    case 'partnership':
      return { kind: 'partnership', id: event.envelope.partnership, foundation: null };
    case 'people':
      return { kind: 'people', id: event.envelope.partnership, foundation: null };
  }
}

/** What the stream of the event is about. */
function theWhole(kind: Subject['kind'], { envelope }: RecordedEvent): Subject {
  return { kind, id: envelope.stream.split('/')[2] ?? '', foundation: null };
}

/** What happened, as one sentence. */
export function sentenceOf(event: RecordedEvent): string {
  const { type, payload } = event;
  if (isAnyStreamType(type)) {
    return describeAnyStreamEvent({ type, payload } as AnyStreamEvent, (proposed) => proposedIn(event, proposed));
  }
  switch (kindOfStream(event)) {
    case 'milestone':
      return describeMilestoneEvent(event as RecordedEvent<MilestoneEvent>);
    case 'plan':
      return describePlanEvent(event);
    case 'partnership':
      return describePartnershipEvent(event);
    case 'people':
      return describeMembershipEvent(event);
    case 'review':
      return describeReviewEvent(event);
  }
}

function proposedIn(event: RecordedEvent, proposed: ProposedEvent): string {
  if (proposed.type === 'TextErased') return describeProposedErasure(proposed.payload as TextErased['payload']);
  switch (kindOfStream(event)) {
    case 'milestone':
      return describeProposedMilestoneEvent(proposed);
    case 'partnership':
      return describeProposedPartnershipEvent(proposed);
    case 'review':
      return describeProposedReviewEvent(proposed);
    default:
      return `It was proposed to record ${proposed.type}.`;
  }
}

/** The reason that was given, where one was. */
export function reasonOf({ payload }: RecordedEvent): string | null {
  if ('reason' in payload && isPersonal(payload.reason)) return textOf(payload.reason);
  const [proposed] = isProposed(payload) ? payload.events : [];
  return proposed && 'reason' in proposed.payload && isPersonal(proposed.payload.reason)
    ? textOf(proposed.payload.reason)
    : null;
}

function isProposed(payload: object): payload is ChangeProposed['payload'] {
  return 'change' in payload && 'events' in payload;
}

const STREAM_KINDS = ['milestone', 'plan', 'partnership', 'people', 'review'] as const;

function kindOfStream({ envelope }: RecordedEvent): (typeof STREAM_KINDS)[number] {
  const kind = STREAM_KINDS.find((each) => each === envelope.stream.split('/')[1]);
  if (kind) return kind;
  throw new TypeError(`no business area has streams such as ${envelope.stream}`);
}
