import type { MilestoneView, MoveView } from '@promise/milestones';
import { type FieldChange, pairs } from './difference';
import { differs, type Saying } from './fields';
import { asSentence, dayInWords, onDay, quoted } from './words';

/** Its date now, with the reasons of the moves since. */
export const plannedChange: Saying<MilestoneView> = (was, is) => {
  const moves = newMoves(was, is);
  const why =
    moves.length > 0
      ? ` ${moves.map(whyOf).join(' ')}`
      : newMoves(is, was).length > 0
        ? ''
        : ' A correction, not a move.';
  const sentence = `The date of ${quoted(is.title)} went from ${was.planned.words} to ${is.planned.words}.${why}`;
  return [{ field: 'timescale', from: was.planned, to: is.planned, sentence }];
};

/** What is new about moves that were there, and those that are not there any more. New moves come with the date. */
export const movesChanges: Saying<MilestoneView> = (was, is) => {
  const withDate = differs(was.planned, is.planned);
  const changes = pairs(byEvent(was), byEvent(is)).flatMap(({ before, after }): FieldChange[] => {
    if (before && after) return correctedMove(before, after, is.title);
    if (after) return withDate ? [] : [moved(after, is.title)];
    return before ? [takenBack(before, is.title)] : [];
  });
  const onlyNew = withDate && newMoves(was, is).length > 0 && changes.length === 0;
  return onlyNew ? null : changes;
};

function moved(move: MoveView, title: string): FieldChange {
  const sentence = `The date of ${quoted(title)} was moved from ${move.from.words} to ${move.to.words}. ${whyOf(move)}`;
  return { field: 'moves', from: null, to: move, sentence };
}

function takenBack(move: MoveView, title: string): FieldChange {
  const sentence = `The move of ${quoted(title)} from ${move.from.words} to ${move.to.words} was taken back.`;
  return { field: 'moves', from: move, to: null, sentence };
}

function correctedMove(before: MoveView, after: MoveView, title: string): FieldChange[] {
  const { youngPeopleTold: from, ...was } = before;
  const { youngPeopleTold: to, ...is } = after;
  const move = `the move of ${quoted(title)} to ${after.to.words}`;
  const told = { field: 'youngPeopleTold', from, to, sentence: toldSentence(before, after, move) };
  const details = {
    field: 'moves',
    from: before,
    to: after,
    sentence: `About ${move} is now recorded: ${whyOf(after)}`,
  };
  return [...(differs(was, is) ? [details] : []), ...(differs(from, to) ? [told] : [])];
}

function toldSentence({ youngPeopleTold: was }: MoveView, { youngPeopleTold: is }: MoveView, move: string): string {
  if (is.state === 'told' && was.state !== 'told') return `Young people were told of ${move}${whenAndHow(is)}.`;
  if (is.state === 'told') return `When or how young people were told of ${move} was corrected${whenAndHow(is)}.`;
  return `Whether young people were told of ${move} was corrected: ${is.state === 'not-yet' ? 'not yet' : 'not needed'}.`;
}

function whenAndHow({ when, how }: MoveView['youngPeopleTold']): string {
  return `${onDay(when)}${how === null ? '' : `: ${how.replace(/\.$/, '')}`}`;
}

function whyOf({ reason, decidedBy, decidedOn }: MoveView): string {
  return `Why: ${asSentence(reason)} Decided by ${decidedBy} on ${dayInWords(decidedOn)}.`;
}

function newMoves(was: MilestoneView, is: MilestoneView): MoveView[] {
  const known = new Set(was.moves.map((move) => move.event));
  return is.moves.filter((move) => !known.has(move.event));
}

function byEvent(view: MilestoneView): (MoveView & { readonly id: string })[] {
  return view.moves.map((move) => ({ ...move, id: move.event }));
}
