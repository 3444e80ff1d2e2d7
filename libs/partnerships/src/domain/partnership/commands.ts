import type { Day } from '@promise/kernel';
import type { PackCitation, PartnershipPack } from './pack';

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

export type PartnershipCommand = ImportPartnership | DecidePromiseStart;
