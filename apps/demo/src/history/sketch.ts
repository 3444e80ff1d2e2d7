import type { FoundationOrRights } from '@promise/kernel';
import type { Horizon } from '@promise/milestones';
import care from './milestones/care.json';
import family from './milestones/family.json';
import people from './milestones/people.json';
import rights from './milestones/rights.json';
import scaffolding from './milestones/scaffolding.json';
import voice from './milestones/voice.json';

/** How it ends: `never` is not done though its date comes, `open` has no end, `proposed` is never agreed. */
export const FATES = [
  'early',
  'on-time',
  'late',
  'never',
  'open',
  'withdrawn',
  'proposed',
  'reopened',
  'reopened-done',
] as const;

/** A milestone of the invented partnership, from which its whole life follows. */
export interface Sketch {
  readonly key: string;
  readonly foundation: FoundationOrRights;
  readonly title: string;
  /** What it is called within a sentence: `the family centres`. */
  readonly about: string;
  readonly horizon: Horizon;
  /** Key of the sketch that an interim one leads up to. */
  readonly parent?: string;
  /** The month in which it was proposed: `2021-04`. */
  readonly proposed: string;
  /** The first timescale, in somebody's words, and every later one with the reason for the move. */
  readonly due: string;
  readonly moves?: readonly { readonly to: string; readonly why: string }[];
  readonly leads: readonly string[];
  /** Key of a priority of the invented plan. */
  readonly priority?: string;
  readonly fate: (typeof FATES)[number];
  readonly success?: string;
  /** What changed because of it; empty where it is never achieved. */
  readonly difference: string;
  readonly reopenReason?: string;
  readonly withdrawReason?: string;
}

type Written = Omit<Sketch, 'foundation'>;

/** All sketches by foundation. The files hold what somebody wrote; a test says that it fits together. */
export const SKETCHES: readonly Sketch[] = Object.entries({ voice, family, care, people, scaffolding, rights }).flatMap(
  ([foundation, written]) =>
    (written as Written[]).map((sketch) => ({ ...sketch, foundation: foundation as FoundationOrRights })),
);
