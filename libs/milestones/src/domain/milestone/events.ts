import type { Day, DomainEvent, FoundationOrRights, Personal, Timescale } from '@promise/kernel';

/** Whose mark a milestone belongs to: what those who set it said, never computed. */
export const HORIZONS = ['5-year', '10-year', 'interim'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const TOLD_STATES = ['told', 'not-yet', 'not-needed'] as const;

/** Whether children and young people were told that a date moved, when and how. */
export interface YoungPeopleToldPayload {
  readonly state: (typeof TOLD_STATES)[number];
  readonly when: Day | null;
  readonly how: Personal | null;
}

/** A document by its title and the place in it. */
interface CitationPayload {
  readonly document: Personal;
  readonly place: Personal;
}

/** A file that the evidence store holds; `sha256` (lower-case hex) and `size` (bytes) are those of what was given. */
export interface FilePayload {
  readonly id: string;
  readonly name: Personal;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** `milestone` and `parent` are ids of milestones of the same partnership, `priorities` ids of lines of its plans. */
type MilestoneProposed = DomainEvent<
  'MilestoneProposed',
  {
    readonly milestone: string;
    readonly title: Personal;
    readonly foundation: FoundationOrRights;
    readonly alsoServes: readonly FoundationOrRights[];
    readonly horizon: Horizon;
    readonly parent: string | null;
    readonly timescale: Timescale;
    readonly leads: readonly Personal[];
    readonly priorities: readonly string[];
    readonly successStatement: Personal | null;
    readonly citation: CitationPayload | null;
  }
>;

type MilestoneAgreed = DomainEvent<'MilestoneAgreed', { readonly body: Personal; readonly date: Day }>;

type MilestoneStarted = DomainEvent<'MilestoneStarted', Readonly<Record<string, never>>>;

type ProgressReported = DomainEvent<
  'ProgressReported',
  { readonly rating: Personal; readonly narrative: Personal; readonly reportedBy: Personal | null }
>;

/** `from` is what was planned, as far as was known when the move was recorded. */
type MilestoneTimescaleRevised = DomainEvent<
  'MilestoneTimescaleRevised',
  {
    readonly from: Timescale;
    readonly timescale: Timescale;
    readonly reason: Personal;
    readonly decidedBy: Personal;
    readonly decidedOn: Day;
    readonly youngPeopleTold: YoungPeopleToldPayload;
  }
>;

/** `move` is the id of the `MilestoneTimescaleRevised` that young people were told of. */
type YoungPeopleTold = DomainEvent<
  'YoungPeopleTold',
  { readonly move: string; readonly when: Day; readonly how: Personal }
>;

/** A link or a file; the evidence is known by the id of this event. */
type EvidenceAttached = DomainEvent<
  'EvidenceAttached',
  { readonly shows: Personal; readonly link: Personal | null; readonly file: FilePayload | null }
>;

/** `evidence` holds ids of `EvidenceAttached` events of the same milestone, at least one. */
type MilestoneAchieved = DomainEvent<
  'MilestoneAchieved',
  { readonly date: Day; readonly evidence: readonly string[]; readonly differenceMade: Personal }
>;

type MilestoneReopened = DomainEvent<'MilestoneReopened', { readonly reason: Personal }>;

type MilestoneWithdrawn = DomainEvent<
  'MilestoneWithdrawn',
  { readonly reason: Personal; readonly decidedBy: Personal; readonly decidedOn: Day | null }
>;

type LeadsChanged = DomainEvent<
  'LeadsChanged',
  { readonly leads: readonly Personal[]; readonly reason: Personal | null }
>;

/** What happened to a milestone, as against corrections of what was recorded about it. */
export type HappenedEvent =
  | MilestoneProposed
  | MilestoneAgreed
  | MilestoneStarted
  | ProgressReported
  | MilestoneTimescaleRevised
  | YoungPeopleTold
  | EvidenceAttached
  | MilestoneAchieved
  | MilestoneReopened
  | MilestoneWithdrawn
  | LeadsChanged;

/** The event `event` (of type `eventType`) is taken back: it was recorded by mistake. */
type EventVoided = DomainEvent<
  'EventVoided',
  { readonly event: string; readonly eventType: MilestoneEventType; readonly reason: Personal }
>;

/** Named fields of the event `event` are replaced, in the shapes of its own payload; `effectiveOn` is its day. */
export type FieldsReplaced = DomainEvent<
  'FieldsReplaced',
  {
    readonly event: string;
    readonly eventType: HappenedEvent['type'];
    readonly replace: Readonly<Record<string, unknown>>;
    readonly reason: Personal;
  }
>;

export type CorrectionEvent = EventVoided | FieldsReplaced;
export type MilestoneEvent = HappenedEvent | CorrectionEvent;
export type MilestoneEventType = HappenedEvent['type'] | 'EventVoided' | 'FieldsReplaced';

/** Every type of event on a stream `partnership/milestone/<id>`. */
export const MILESTONE_EVENT_TYPES = [
  'MilestoneProposed',
  'MilestoneAgreed',
  'MilestoneStarted',
  'ProgressReported',
  'MilestoneTimescaleRevised',
  'YoungPeopleTold',
  'EvidenceAttached',
  'MilestoneAchieved',
  'MilestoneReopened',
  'MilestoneWithdrawn',
  'LeadsChanged',
  'EventVoided',
  'FieldsReplaced',
] as const satisfies readonly MilestoneEventType[];
