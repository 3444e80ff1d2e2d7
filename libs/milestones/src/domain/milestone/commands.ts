import type { Day, FoundationOrRights } from '@promise/kernel';
import type { Horizon, TOLD_STATES } from './events';

/** What is asked of a milestone, in the words of the person: texts in clear, timescales as they were typed. */
export interface ProposeData {
  readonly title: string;
  readonly foundation: FoundationOrRights;
  readonly horizon: Horizon;
  /** Id of the milestone that an interim one leads up to. */
  readonly parent?: string;
  readonly timescale: string;
  /** Roles or groups, at least one. */
  readonly leads: readonly string[];
  readonly alsoServes?: readonly FoundationOrRights[];
  readonly priorities?: readonly string[];
  readonly successStatement?: string;
  readonly citation?: { readonly document: string; readonly place: string };
}

export interface AgreeData {
  readonly body: string;
  readonly date: Day;
}

export interface ReportProgressData {
  readonly rating: string;
  readonly narrative: string;
  readonly reportedBy?: string;
}

export interface ReviseTimescaleData {
  readonly timescale: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
  readonly youngPeopleTold: {
    readonly state: (typeof TOLD_STATES)[number];
    readonly when?: Day;
    readonly how?: string;
  };
}

export interface TellData {
  readonly when: Day;
  readonly how: string;
}

export interface FileData {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Either `link` or `file`. */
export interface AttachEvidenceData {
  readonly shows: string;
  readonly link?: string;
  readonly file?: FileData;
}

export interface AchieveData {
  readonly date: Day;
  /** Ids of evidence that is attached, or links to attach with it; at least one. */
  readonly evidence: readonly (string | { readonly link: string; readonly shows: string })[];
  readonly differenceMade: string;
}

export interface ReopenData {
  readonly reason: string;
}

export interface WithdrawData {
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn?: Day;
}

export interface ChangeLeadsData {
  readonly leads: readonly string[];
  readonly reason?: string;
}

/** Either `void` or `replace`: the fields as the command of that event names them, and `effectiveOn`. */
export interface CorrectData {
  /** Id of an event of this milestone. */
  readonly event: string;
  readonly reason: string;
  readonly void?: boolean;
  readonly replace?: Readonly<Record<string, unknown>>;
}

export type MilestoneCommand =
  | { readonly kind: 'propose'; readonly milestone: string; readonly data: ProposeData }
  | { readonly kind: 'agree'; readonly data: AgreeData }
  | { readonly kind: 'start'; readonly data: Readonly<Record<string, never>> }
  | { readonly kind: 'report-progress'; readonly data: ReportProgressData }
  | { readonly kind: 'revise-timescale'; readonly data: ReviseTimescaleData }
  | { readonly kind: 'tell'; readonly data: TellData }
  | { readonly kind: 'attach-evidence'; readonly data: AttachEvidenceData }
  | { readonly kind: 'achieve'; readonly data: AchieveData; readonly dayGiven?: boolean }
  | { readonly kind: 'reopen'; readonly data: ReopenData }
  | { readonly kind: 'withdraw'; readonly data: WithdrawData }
  | { readonly kind: 'change-leads'; readonly data: ChangeLeadsData }
  | { readonly kind: 'correct'; readonly data: CorrectData };
