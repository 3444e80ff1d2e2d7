import type { Day } from '../days';
import type { DomainEvent } from '../envelope';
import type { Personal } from '../personal';

/** An event as it would stand; `effectiveOn` null counts from the day on which it is approved. */
export interface ProposedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: object;
  readonly effectiveOn: Day | null;
}

/** Somebody proposed a change that counts only once a second person approves it. Its event's id is the proposal's. */
export type ChangeProposed = DomainEvent<
  'ChangeProposed',
  { readonly change: string; readonly events: readonly ProposedEvent[] }
>;

/** A second person approved it, by a decision of the board; the events that were proposed follow on the same stream. */
export type ChangeApproved = DomainEvent<
  'ChangeApproved',
  { readonly proposal: string; readonly body: Personal; readonly decidedOn: Day; readonly reason: Personal }
>;

export type ChangeRefused = DomainEvent<'ChangeRefused', { readonly proposal: string; readonly reason: Personal }>;

/** Whoever proposed it took it back before anybody settled it. */
export type ChangeTakenBack = DomainEvent<'ChangeTakenBack', { readonly proposal: string; readonly reason: Personal }>;

export type ApprovalEvent = ChangeProposed | ChangeApproved | ChangeRefused | ChangeTakenBack;

/** They stand on the stream of what the change is about, whatever that is. */
export const APPROVAL_EVENT_TYPES = [
  'ChangeProposed',
  'ChangeApproved',
  'ChangeRefused',
  'ChangeTakenBack',
] as const satisfies readonly ApprovalEvent['type'][];

/** The texts of these events of the stream are erased, and these files, with their keys: they read `[removed]`. */
export type TextErased = DomainEvent<
  'TextErased',
  { readonly events: readonly string[]; readonly files: readonly string[]; readonly reason: Personal }
>;

/** Types that may stand on any stream, whatever it is about: they change nothing of it by themselves. */
export const ANY_STREAM_EVENT_TYPES = [...APPROVAL_EVENT_TYPES, 'TextErased'] as const;
export type AnyStreamEvent = ApprovalEvent | TextErased;

export function isAnyStreamType(type: string): type is AnyStreamEvent['type'] {
  return (ANY_STREAM_EVENT_TYPES as readonly string[]).includes(type);
}

export function isApprovalType(type: string): type is ApprovalEvent['type'] {
  return (APPROVAL_EVENT_TYPES as readonly string[]).includes(type);
}
