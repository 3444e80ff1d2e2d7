import { canonicalJson, type Day } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import { statusOfMilestone } from '../status';
import { type Difference, type FieldChange, pairs } from './difference';
import { listed, quoted, statusInWords } from './words';

/** Milestones as they stood on a day. */
export interface MilestonesOn {
  readonly day: Day;
  readonly milestones: readonly MilestoneView[];
}

export function milestoneDifferences(before: MilestonesOn, after: MilestonesOn): Difference[] {
  return pairs(before.milestones, after.milestones).flatMap(({ id, before: was, after: is }): Difference[] => {
    if (was && is) return changed(was, is, before.day, after.day);
    if (is)
      return [{ kind: 'milestone', id, title: is.title, change: 'added', changes: [], sentence: added(is, after.day) }];
    const title = was?.title ?? id;
    const sentence = `${quoted(title)} is no longer there: what was recorded about it was corrected.`;
    return [{ kind: 'milestone', id, title, change: 'gone', changes: [], sentence }];
  });
}

function added(view: MilestoneView, day: Day): string {
  const status = statusInWords(statusOfMilestone(view, day));
  return `${quoted(view.title)} is new: a ${view.horizon} milestone planned for ${view.planned.words}, ${status}.`;
}

function changed(was: MilestoneView, is: MilestoneView, from: Day, to: Day): Difference[] {
  const changes = [
    ...textChanges(was, is),
    ...statusChange(was, is, from, to),
    ...dateChange(was, is),
    ...leadsChange(was, is),
    ...evidenceChanges(was, is),
    ...progressChanges(was, is),
    ...toldChanges(was, is),
  ];
  if (changes.length === 0) return [];
  const sentence = changes.map((change) => change.sentence).join(' ');
  return [{ kind: 'milestone', id: is.id, title: is.title, change: 'changed', changes, sentence }];
}

const TEXT_FIELDS = [
  ['title', 'Its title'],
  ['foundation', 'Its foundation'],
  ['horizon', 'Its horizon'],
  ['successStatement', 'What success looks like'],
] as const;

function textChanges(was: MilestoneView, is: MilestoneView): FieldChange[] {
  const texts = TEXT_FIELDS.filter(([field]) => was[field] !== is[field]).map(([field, name]) => ({
    field,
    from: was[field],
    to: is[field],
    sentence: `${name} of ${quoted(is.title)} changed from ${quoted(was[field] ?? 'nothing')} to ${quoted(is[field] ?? 'nothing')}.`,
  }));
  const lists = (['alsoServes', 'priorities', 'citation', 'parent'] as const)
    .filter((field) => canonicalJson(was[field]) !== canonicalJson(is[field]))
    .map((field) => ({
      field,
      from: was[field],
      to: is[field],
      sentence: `What ${quoted(is.title)} refers to (${LISTS[field]}) changed.`,
    }));
  return [...texts, ...lists];
}

const LISTS = {
  alsoServes: 'the other foundations it serves',
  priorities: 'the priorities it cites',
  citation: 'its source',
  parent: 'the milestone it leads to',
} as const;

function statusChange(was: MilestoneView, is: MilestoneView, from: Day, to: Day): FieldChange[] {
  const [before, after] = [statusOfMilestone(was, from), statusOfMilestone(is, to)];
  if (before === after) return [];
  const difference =
    is.achieved && after === 'achieved' ? ` What changed because of it: ${is.achieved.differenceMade}` : '';
  const reason = is.withdrawn && after === 'withdrawn' ? ` The reason: ${is.withdrawn.reason}` : '';
  const sentence = `${quoted(is.title)} was ${statusInWords(before)} and is now ${statusInWords(after)}.${difference}${reason}`;
  return [{ field: 'status', from: before, to: after, sentence }];
}

function dateChange(was: MilestoneView, is: MilestoneView): FieldChange[] {
  if (canonicalJson(was.planned) === canonicalJson(is.planned)) return [];
  const earlier = new Set(was.moves.map((move) => move.event));
  const reasons = is.moves
    .filter((move) => !earlier.has(move.event))
    .map((move) => `${move.reason} (${move.decidedBy})`);
  const why = reasons.length > 0 ? ` Why: ${reasons.join('; ')}.` : ' A correction, not a move.';
  const sentence = `The date of ${quoted(is.title)} went from ${was.planned.words} to ${is.planned.words}.${why}`;
  return [{ field: 'timescale', from: was.planned, to: is.planned, sentence }];
}

function leadsChange(was: MilestoneView, is: MilestoneView): FieldChange[] {
  if (canonicalJson(was.leads) === canonicalJson(is.leads)) return [];
  const sentence = `${quoted(is.title)} was led by ${listed(was.leads)} and is now led by ${listed(is.leads)}.`;
  return [{ field: 'leads', from: was.leads, to: is.leads, sentence }];
}

function evidenceChanges(was: MilestoneView, is: MilestoneView): FieldChange[] {
  return pairs(was.evidence, is.evidence).flatMap(({ before, after }): FieldChange[] => {
    if (before && after) {
      if (before.shows === after.shows && before.link === after.link) return [];
      const sentence = `Evidence for ${quoted(is.title)} was corrected: ${quoted(after.shows)}.`;
      return [{ field: 'evidence', from: before, to: after, sentence }];
    }
    const [what, shows] = after ? ['was added', after.shows] : ['was taken back', before?.shows ?? ''];
    const sentence = `Evidence for ${quoted(is.title)} ${what}: ${quoted(shows)}.`;
    return [{ field: 'evidence', from: before ?? null, to: after ?? null, sentence }];
  });
}

function progressChanges(was: MilestoneView, is: MilestoneView): FieldChange[] {
  const reports = (view: MilestoneView): { id: string; text: string }[] =>
    view.progress.map((report) => ({ id: report.event, text: `${report.rating}: ${report.narrative}` }));
  return pairs(reports(was), reports(is)).flatMap(({ before, after }): FieldChange[] => {
    const [from, to] = [before?.text ?? null, after?.text ?? null];
    if (from === to) return [];
    const what = to === null ? 'taken back' : from === null ? 'reported' : 'corrected';
    return [
      { field: 'progress', from, to, sentence: `Progress of ${quoted(is.title)} was ${what}: ${to ?? from ?? ''}` },
    ];
  });
}

function toldChanges(was: MilestoneView, is: MilestoneView): FieldChange[] {
  const told = (view: MilestoneView): Map<string, string> =>
    new Map(view.moves.map((move) => [move.event, move.youngPeopleTold.state]));
  const before = told(was);
  return [...told(is)]
    .filter(([event, state]) => before.has(event) && before.get(event) !== state)
    .map(([event, state]) => ({
      field: 'youngPeopleTold',
      from: before.get(event) ?? null,
      to: state,
      sentence:
        state === 'told'
          ? `Young people were told that the date of ${quoted(is.title)} had moved.`
          : `Whether young people were told of the move of ${quoted(is.title)} was corrected.`,
    }));
}
