import type { MilestoneEntry, StepEntry } from '@promise/timeline';
import { dayInWords } from '../../frame/dates';
import { anchorOf } from '../../plans/anchors';
import { pictureWords, statusWords, storyWords } from '../words';
import type { Around } from './around';
import { whenInWords } from './days-in-words';
import { kindOf } from './kind-of';
import { placeOfMilestone, placeOfStep } from './place-of';
import { storyOfMilestone, storyOfStep } from './story';
import type { ItemView } from './view';

const words = pictureWords();

export function itemOfMilestone(entry: MilestoneEntry, { asAt, base, query }: Around): ItemView {
  const kind = kindOf(entry);
  return {
    key: entry.id,
    counted: true,
    href: `${base}/milestones/${encodeURIComponent(entry.id)}${query}`,
    title: entry.title,
    kind,
    status: statusWords()[kind],
    ...storyOfMilestone(entry, asAt),
    what: storyWords().milestone[entry.horizon],
    firstPlanned: whenInWords(entry.firstPlanned),
    now: entry.achieved ? dayInWords(entry.achieved.on) : entry.withdrawn ? words.none : whenInWords(entry.planned),
    place: placeOfMilestone(entry, asAt),
  };
}

export function itemOfStep(entry: StepEntry, { asAt, base, query }: Around): ItemView {
  const kind = kindOf(entry);
  return {
    key: entry.id,
    counted: false,
    href: `${base}/plans/${encodeURIComponent(entry.plan.id)}${query}#${anchorOf('step', entry.id)}`,
    title: entry.title,
    kind,
    status: kind === 'no-end' && !entry.planned ? words.noDate : statusWords()[kind],
    ...storyOfStep(entry, asAt),
    what: storyWords().step(entry.plan.title, entry.priorityTitle),
    firstPlanned: entry.firstPlanned ? whenInWords(entry.firstPlanned) : words.noDate,
    now: entry.planned ? whenInWords(entry.planned) : words.noDate,
    place: placeOfStep(entry),
  };
}
