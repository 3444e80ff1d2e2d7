import type { MilestoneView } from '@promise/milestones';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { milestoneWords } from './words';

const words = milestoneWords();

/** What was reported on the way, in the order in which it was so. */
export function Happened({ milestone }: { readonly milestone: MilestoneView }): VNode {
  const { startedOn, progress, reopened, withdrawn } = milestone;
  const told = [
    ...progress.map((each) => ({ on: each.effectiveOn, entry: <Progress key={each.event} progress={each} /> })),
    ...reopened.map((each) => ({ on: each.effectiveOn, entry: <Reopened key={each.event} reopened={each} /> })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{words.happened}</h2>
      {startedOn === null ? null : <p>{words.startedOn(dayInWords(startedOn))}</p>}
      {told.length > 0 ? <ol class="pt-history">{told.map(({ entry }) => entry)}</ol> : null}
      {withdrawn ? (
        <>
          <h3>{words.stopped}</h3>
          <p class="pt-quote">{withdrawn.reason}</p>
          {withdrawn.decidedOn === null ? (
            <p>{withdrawn.decidedBy}</p>
          ) : (
            <p>{words.decided(withdrawn.decidedBy, dayInWords(withdrawn.decidedOn))}</p>
          )}
        </>
      ) : null}
      {startedOn === null && told.length === 0 && !withdrawn ? <p>{words.nothingYet}</p> : null}
    </section>
  );
}

function Progress({ progress }: { readonly progress: MilestoneView['progress'][number] }): VNode {
  const { effectiveOn, rating, narrative, reportedBy } = progress;
  return (
    <li>
      <p class="pt-quiet">{words.reported(dayInWords(effectiveOn), reportedBy)}</p>
      <p>
        <strong>{rating}</strong>
      </p>
      <p class="pt-as-typed">{narrative}</p>
    </li>
  );
}

function Reopened({ reopened }: { readonly reopened: MilestoneView['reopened'][number] }): VNode {
  return (
    <li>
      <p class="pt-quiet">{words.reopened(dayInWords(reopened.effectiveOn))}</p>
      <p class="pt-as-typed">{reopened.reason}</p>
    </li>
  );
}
