import type { Day, FoundationOrRights } from '@promise/kernel';
import type { PackCitation, PartnershipPack, Published } from './pack';

/** Takes a partnership's file as it reads now. */
export interface ImportPartnership {
  readonly type: 'ImportPartnership';
  readonly pack: PartnershipPack;
}

/** The start of the Promise work as the partnership decided it. */
export interface PromiseStartInput {
  /** The words: `March 2021`. They must have a first and a last day. */
  readonly timescale: string;
  readonly citation?: PackCitation | undefined;
  readonly reason: string;
  readonly decidedBy: string;
  /** Not before 2000, not in the future. */
  readonly decidedOn: Day;
}

export interface DecidePromiseStart extends PromiseStartInput {
  readonly type: 'DecidePromiseStart';
}

/** How a new partnership begins. */
export interface RegistrationInput {
  readonly name: string;
  /** What anybody may read; empty for nothing. */
  readonly publishes: readonly Published[];
}

/** A theme of the partnership's own. */
export interface ThemeInput {
  /** Of a theme that is there already, and keeps its key under another title. */
  readonly key?: string | undefined;
  readonly title: string;
  /** The foundation that it belongs to first of all; left out while it is not mapped. */
  readonly primary?: FoundationOrRights | undefined;
  readonly also?: readonly FoundationOrRights[] | undefined;
  /** Why it belongs there. */
  readonly reason?: string | undefined;
}

export interface RetentionInput {
  /** Months after somebody's last role ended, 1 to 120. */
  readonly accountMonths: number;
  readonly reason: string;
}

export type RegisterPartnership = { readonly type: 'RegisterPartnership' } & RegistrationInput;
export interface RenamePartnership {
  readonly type: 'RenamePartnership';
  readonly name: string;
}
export interface ChangePublication {
  readonly type: 'ChangePublication';
  readonly publishes: readonly Published[];
}
export interface DecideThemes {
  readonly type: 'DecideThemes';
  readonly themes: readonly ThemeInput[];
}
export type DecideRetention = { readonly type: 'DecideRetention' } & RetentionInput;

/** Commands about a partnership that is registered already. */
export type SettingsCommand = RenamePartnership | ChangePublication | DecideThemes | DecideRetention;

export type PartnershipCommand = ImportPartnership | DecidePromiseStart | RegisterPartnership | SettingsCommand;
