import type { Actor, ApproveData, Basis, Day, Instant } from '@promise/kernel';
import type {
  AchieveData,
  AgreeData,
  AttachEvidenceData,
  ChangeLeadsData,
  CorrectData,
  ProposeData,
  ReopenData,
  ReportProgressData,
  ReviseTimescaleData,
  TellData,
  WithdrawData,
} from '@promise/milestones';
import { commandIdOf, eventIdOf, newIdOf } from '@promise/recording';

/** The invented partnership. */
export const PARTNERSHIP = 'firth-and-glen';

/** A small file as evidence, its content in full. */
export interface SmallFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What is done to one milestone, as its commands take it. */
export type MilestoneDeed =
  | { readonly kind: 'propose'; readonly data: ProposeData }
  | { readonly kind: 'agree'; readonly data: AgreeData }
  | { readonly kind: 'start'; readonly data: Readonly<Record<string, never>> }
  | { readonly kind: 'report-progress'; readonly data: ReportProgressData }
  | { readonly kind: 'revise-timescale'; readonly data: ReviseTimescaleData }
  | { readonly kind: 'tell'; readonly data: TellData }
  | { readonly kind: 'attach-evidence'; readonly data: AttachEvidenceData }
  | { readonly kind: 'attach-file'; readonly data: { readonly shows: string; readonly file: SmallFile } }
  | { readonly kind: 'achieve'; readonly data: AchieveData }
  | { readonly kind: 'reopen'; readonly data: ReopenData }
  | { readonly kind: 'withdraw'; readonly data: WithdrawData }
  | { readonly kind: 'change-leads'; readonly data: ChangeLeadsData }
  | { readonly kind: 'correct'; readonly data: CorrectData }
  | { readonly kind: 'approve'; readonly data: { readonly proposal: string } & ApproveData };

/** The start of the Promise work as the partnership decides it. */
export interface StartDeed {
  readonly kind: 'decide-start';
  readonly data: {
    readonly timescale: string;
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedOn: Day;
  };
}

/** The clerk of the board approves another start. */
export interface StartApproval {
  readonly kind: 'approve-start';
  readonly data: { readonly proposal: string } & ApproveData;
}

/** What came of a step of the plan. */
export interface StepDeed {
  readonly kind: 'record-step-result';
  readonly step: string;
  readonly data: {
    readonly result: 'done' | 'part-done' | 'not-done' | 'superseded';
    readonly when: Day;
    readonly byWhoseWord: string;
    readonly note?: string;
    readonly evidence?: readonly { readonly link: string; readonly shows: string }[];
  };
}

/** `edition`: the plan as first published, or as its yearly update changed it. */
type ImportDeed =
  { readonly kind: 'import-partnership' } | { readonly kind: 'import-plan'; readonly edition: 'first' | 'updated' };

export type Deed = ImportDeed | StartDeed | StartApproval | StepDeed | (MilestoneDeed & { readonly milestone: string });

/** One thing that somebody of the invented partnership recorded. `key` names it for good: all ids follow from it. */
export interface Act {
  readonly key: string;
  /** When it was recorded. */
  readonly at: Instant;
  readonly actor: Actor;
  /** The day on which it was so, where the person said one. */
  readonly effectiveOn?: Day;
  readonly basis?: Basis;
  readonly deed: Deed;
}

export function commandOf(key: string): string {
  return commandIdOf('demonstration', PARTNERSHIP, key);
}

/** The id of the first event, or of the n-th, that an act leads to. */
export function eventOf(key: string, n = 0): string {
  return eventIdOf(commandOf(key), n);
}

/** The id of a milestone by the key of its sketch. */
export function milestoneOf(sketch: string): string {
  return newIdOf(commandOf(`${sketch}/propose`));
}
