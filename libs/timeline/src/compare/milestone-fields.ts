import type { MilestoneView } from '@promise/milestones';
import { differs, type Saying, type WordsOfFields } from './fields';
import { achievedChange, agreedChange, reopenedChanges, startedChange, withdrawnChange } from './milestone-life';
import { movesChanges, plannedChange } from './milestone-moves';
import { evidenceChanges, progressChanges } from './milestone-reports';
import { listed, quoted } from './words';

type TextField = 'title' | 'foundation' | 'horizon' | 'successStatement';

function textChange(field: TextField, name: string): Saying<MilestoneView> {
  return (was, is) => {
    const [from, to] = [was[field], is[field]];
    const sentence = `${name} of ${quoted(is.title)} changed from ${quoted(from ?? 'nothing')} to ${quoted(to ?? 'nothing')}.`;
    return [{ field, from, to, sentence }];
  };
}

const leadsChange: Saying<MilestoneView> = (was, is) => {
  const sentence = `${quoted(is.title)} was led by ${listed(was.leads)} and is now led by ${listed(is.leads)}.`;
  return [{ field: 'leads', from: was.leads, to: is.leads, sentence }];
};

const LIFE = ['agreed', 'startedOn', 'achieved', 'withdrawn', 'reopened'] as const;

/** How far a milestone has come follows from what else is said of its life. */
const lifecycleChange: Saying<MilestoneView> = (was, is) =>
  LIFE.some((field) => differs(was[field], is[field])) ? null : [];

/** `version` counts records of the stream and says nothing about the milestone. */
export const MILESTONE_FIELDS: WordsOfFields<MilestoneView, 'id' | 'version'> = {
  partnership: { name: 'its partnership' },
  title: { name: 'its title', says: textChange('title', 'The title') },
  foundation: { name: 'its foundation', says: textChange('foundation', 'The foundation') },
  horizon: { name: 'its horizon', says: textChange('horizon', 'The horizon') },
  successStatement: {
    name: 'what success looks like',
    says: textChange('successStatement', 'What success looks like'),
  },
  alsoServes: { name: 'the other foundations it serves' },
  priorities: { name: 'the priorities it cites' },
  citation: { name: 'its source' },
  parent: { name: 'the milestone it leads to' },
  proposedOn: { name: 'the day it was proposed' },
  lifecycle: { name: 'how far it has come', says: lifecycleChange },
  agreed: { name: 'who agreed it', says: agreedChange },
  startedOn: { name: 'when work on it started', says: startedChange },
  firstPlanned: { name: 'the date it was first planned for' },
  planned: { name: 'its date', says: plannedChange },
  moves: { name: 'the moves of its date', says: movesChanges },
  leads: { name: 'who leads it', says: leadsChange },
  evidence: { name: 'its evidence', says: evidenceChanges },
  progress: { name: 'its progress', says: progressChanges },
  achieved: { name: 'how it was achieved', says: achievedChange },
  withdrawn: { name: 'how it was stopped', says: withdrawnChange },
  reopened: { name: 'when it was taken up again', says: reopenedChanges },
};
