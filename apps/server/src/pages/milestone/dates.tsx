import { describeTimescale, londonDay, type Timescale } from '@promise/kernel';
import type { MilestoneView, MoveView } from '@promise/milestones';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { milestoneWords } from './words';

const words = milestoneWords();

/** Every date that the milestone ever had: who moved it, why, and whether young people were told. */
export function Dates({ milestone }: { readonly milestone: MilestoneView }): VNode {
  const { firstPlanned, proposedOn, moves, achieved, withdrawn } = milestone;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{words.dates}</h2>
      <ol class="pt-history">
        <li>
          <h3>{words.first(describeTimescale(firstPlanned))}</h3>
          <p>
            {words.firstOn(dayInWords(proposedOn))} {ownWords(firstPlanned)}
          </p>
        </li>
        {moves.map((move) => (
          <Move key={move.event} move={move} />
        ))}
        {achieved ? (
          <li>
            <h3>{words.doneOn(dayInWords(achieved.on))}</h3>
          </li>
        ) : null}
        {withdrawn ? (
          <li>
            <h3>{words.stoppedOn(dayInWords(withdrawn.on))}</h3>
          </li>
        ) : null}
      </ol>
      {moves.length === 0 ? <p>{words.neverMoved}</p> : null}
    </section>
  );
}

function Move({ move }: { readonly move: MoveView }): VNode {
  const { to, reason, decidedBy, decidedOn, effectiveOn, recordedAt } = move;
  const written = londonDay(recordedAt);
  const notes = [ownWords(to), written > effectiveOn ? words.writtenLater(dayInWords(written)) : '']
    .filter((note) => note !== '')
    .join(' ');
  return (
    <li>
      <h3>{words.movedTo(describeTimescale(to))}</h3>
      <p>
        <strong>{words.why}</strong> <span class="pt-as-typed">{reason}</span>
      </p>
      <p>{words.decided(decidedBy, dayInWords(decidedOn))}</p>
      <Told told={move.youngPeopleTold} />
      {notes === '' ? null : <p class="pt-quiet">{notes}</p>}
    </li>
  );
}

/** Quoted only where they say it otherwise than the heading does. */
function ownWords(timescale: Timescale): string {
  const day = timescale.words.replace(/^by /, '');
  return describeTimescale(timescale).endsWith(day) ? '' : words.asWritten(timescale.words);
}

function Told({ told: { state, when, how } }: { readonly told: MoveView['youngPeopleTold'] }): VNode {
  return (
    <p>
      {when === null ? words.told[state] : words.toldOn(dayInWords(when))} {how === null ? '' : words.toldHow(how)}
    </p>
  );
}
