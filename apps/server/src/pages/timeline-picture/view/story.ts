import { type Day, daysBetween } from '@promise/kernel';
import type { MilestoneEntry, StepEntry, When } from '@promise/timeline';
import { dayInWords } from '../../frame/dates';
import { storyWords } from '../words';
import { dueInWords, whenInWords } from './days-in-words';
import { kindOf } from './kind-of';
import { timeBetween } from './time-between';

/** What happened to one thing: in a few words behind its label, and in whole sentences. */
export interface Story {
  readonly note: string;
  readonly sentence: string;
}

const words = storyWords();

export function storyOfMilestone(entry: MilestoneEntry, asAt: Day): Story {
  const { planned, achieved, withdrawn, firstPlanned } = entry;
  const times = entry.moves.length;
  if (achieved) return doneStory(achieved.on, firstPlanned, times);
  if (withdrawn) {
    const sentences = [
      words.stoppedOn(dayInWords(withdrawn.on)),
      words.wasPlanned(whenInWords(planned)),
      since(times, firstPlanned),
    ];
    return { note: 'stopped', sentence: joined(sentences) };
  }
  return openStory(kindOf(entry), planned, firstPlanned, times, asAt);
}

export function storyOfStep(entry: StepEntry, asAt: Day): Story {
  const { planned, firstPlanned, result } = entry;
  const times = entry.moves.filter(({ kind }) => kind === 'amended').length;
  const kind = kindOf(entry);
  const due = planned ? [words.wasPlanned(whenInWords(planned))] : [words.noDate];
  const after = (note: string, said: string): Story => ({
    note,
    sentence: joined([said, ...due, since(times, firstPlanned)]),
  });
  if (kind === 'done' && result) return after('', words.doneOn(dayInWords(result.effectiveOn)));
  if (kind === 'part-done') return after('part done', words.partDone);
  if (kind === 'not-done') return after('not done', words.notDone);
  if (kind === 'stopped') return after('stopped', words.stopped);
  if (!planned) return { note: '', sentence: words.noDate };
  if (kind === 'no-result') return { note: '', sentence: joined([...due, since(times, firstPlanned), words.noResult]) };
  return openStory(kind, planned, firstPlanned ?? planned, times, asAt);
}

function doneStory(on: Day, first: When, times: number): Story {
  const done = words.doneOn(dayInWords(on));
  const { start, end } = first;
  if (end === null) return { note: '', sentence: joined([done, words.firstNoEnd(whenInWords(first)), moved(times)]) };
  const time = timeBetween(end, on);
  if (on > end) {
    return { note: words.late(time), sentence: joined([done, words.soLate(whenInWords(first), time), moved(times)]) };
  }
  const early = start === null ? daysBetween(on, end) > 31 : on < start;
  const said = early ? words.soEarly(whenInWords(first), time) : words.onTime(whenInWords(first));
  return { note: early ? words.early(time) : '', sentence: joined([done, said, moved(times)]) };
}

function openStory(kind: ReturnType<typeof kindOf>, planned: When, first: When, times: number, asAt: Day): Story {
  const due = dueInWords(planned);
  switch (kind) {
    case 'overdue': {
      const time = timeBetween(planned.end ?? asAt, asAt);
      return { note: words.overdue(time), sentence: joined([words.wasDue(due, time), since(times, first)]) };
    }
    case 'proposed': {
      const past = planned.end !== null && planned.end < asAt ? words.proposedPast : '';
      return { note: 'proposed', sentence: joined([words.proposed(whenInWords(planned)), past, since(times, first)]) };
    }
    case 'moved':
      return movedStory(planned, first, times);
    case 'no-end':
      return { note: '', sentence: joined([words.goesOn(due), since(times, first)]) };
    case 'due-soon':
      return { note: 'due soon', sentence: joined([words.dueSoon(due), since(times, first) || words.notMoved]) };
    default:
      return { note: '', sentence: joined([words.due(due), since(times, first) || words.notMoved]) };
  }
}

function movedStory(planned: When, first: When, times: number): Story {
  const now = words.nowDue(dueInWords(planned));
  if (first.end === null || planned.end === null || first.end === planned.end) {
    const said = [now, words.firstNoEnd(whenInWords(first)), moved(times)];
    return { note: words.movedElse, sentence: joined(said) };
  }
  const time = timeBetween(first.end, planned.end);
  const [note, how] =
    planned.end > first.end
      ? [words.movedLater(time), words.later(time)]
      : [words.movedEarlier(time), words.earlier(time)];
  return { note, sentence: joined([now, words.movedFrom(whenInWords(first), how), moved(times)]) };
}

/** How often it moved, and where it was at first. */
function since(times: number, first: When | null): string {
  if (times === 0 || first === null) return moved(times);
  return words.movedSince(times, whenInWords(first));
}

function moved(times: number): string {
  return times === 0 ? '' : words.movedTimes(times);
}

function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
