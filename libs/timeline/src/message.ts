import type { CountsAgainstMark } from './counts';

interface Facts {
  readonly partnershipName: string;
  /** What the partnership said in a plan about naming milestones, where it did. */
  readonly milestonesPromised: string | null;
  /** How many milestones are recorded at all. */
  readonly recorded: number;
  /** The counts against the mark that the timeline is about; null while no start is set. */
  readonly counts: CountsAgainstMark | null;
}

/** What the timeline says in words, above everything else. */
export function messageOf(facts: Facts): string {
  if (facts.recorded === 0) return noneRecorded(facts);
  const { counts } = facts;
  if (counts === null) {
    return `${facts.partnershipName} has not set the start of its Promise work, so nothing can be counted against a mark yet.`;
  }
  const years = `${counts.mark.years} years`;
  if (counts.total === 0)
    return `No ${counts.mark.years}-year milestone is agreed yet. ${proposals(counts.proposed)}`.trim();
  if (counts.total === 1) return aboutOne(counts);
  const left = counts.total - counts.achieved;
  const opening = `${counts.achieved} of the ${counts.total} things we said we would do in the first ${years} ${counts.achieved === 1 ? 'is' : 'are'} done.`;
  return left === 0 ? opening : `${opening} ${left} ${left === 1 ? 'is' : 'are'} not${because(counts)}.`;
}

function aboutOne(counts: CountsAgainstMark): string {
  const opening = `The one thing we said we would do in the first ${counts.mark.years} years is`;
  if (counts.achieved === 1) return `${opening} done.`;
  const reasons = [
    counts.overdue > 0 ? 'it is overdue' : '',
    counts.plannedAfterMark > 0 ? 'it is now planned for after the mark' : '',
    counts.moved > 0 ? 'its date moved' : '',
  ].filter((reason) => reason !== '');
  return reasons.length === 0 ? `${opening} not done yet.` : `${opening} not done: ${reasons.join(', ')}.`;
}

function noneRecorded(facts: Facts): string {
  return facts.milestonesPromised
    ? `${facts.milestonesPromised}; none is recorded yet.`
    : `No milestone is recorded yet for ${facts.partnershipName}.`;
}

function because(counts: CountsAgainstMark): string {
  const parts = [
    counts.overdue > 0 ? `${counts.overdue} overdue` : '',
    counts.plannedAfterMark > 0 ? `${counts.plannedAfterMark} now planned for after the mark` : '',
    counts.moved > 0 ? `${counts.moved} with a date that moved` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function proposals(proposed: number): string {
  if (proposed === 0) return '';
  return proposed === 1 ? '1 milestone is proposed.' : `${proposed} milestones are proposed.`;
}
