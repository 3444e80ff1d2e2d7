import { describeTimescale } from '@promise/kernel';
import type { MilestoneView, MoveView } from '@promise/milestones';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { reportWords } from './words';

const words = reportWords();

/** One move of a date: from where to where, why, by whose decision, and whether young people were told. */
export function Moved({ move }: { readonly move: MoveView }): VNode {
  const { from, to, reason, decidedBy, decidedOn, youngPeopleTold } = move;
  return (
    <>
      <p>{words.movedFromTo(describeTimescale(from), describeTimescale(to))}</p>
      <p>
        <strong>{words.why}</strong> <span class="pt-as-typed">{reason}</span>
      </p>
      <p>
        {words.decided(decidedBy, dayInWords(decidedOn))} {words.told[youngPeopleTold.state]}
      </p>
    </>
  );
}

interface Props {
  readonly milestone: MilestoneView;
}

/** When it was done, when it had been planned, and what changed because of it. */
export function Done({ milestone: { achieved, planned } }: Props): VNode | null {
  if (!achieved) return null;
  return (
    <>
      <p>
        {words.doneOn(dayInWords(achieved.on), describeTimescale(planned))} {words.evidence(achieved.evidence.length)}
      </p>
      <p>
        <strong>{words.difference}</strong> <span class="pt-as-typed">{achieved.differenceMade}</span>
      </p>
    </>
  );
}

/** Why it was stopped, and by whose decision. */
export function Stopped({ milestone: { withdrawn } }: Props): VNode | null {
  if (!withdrawn) return null;
  return (
    <>
      <p>
        <strong>{words.why}</strong> <span class="pt-as-typed">{withdrawn.reason}</span>
      </p>
      <p>{words.stoppedBy(withdrawn.decidedBy)}</p>
    </>
  );
}
