import type { HappenedEvent } from '@promise/milestones';
import { achieveFields } from '../achieve/achieve.form';
import { evidenceField } from '../achieve/evidence-field';
import { agreeFields } from '../agree/agree.form';
import { leadsFields } from '../change-leads/change-leads.form';
import { choicesField } from '../form/choice-fields';
import { dayField } from '../form/date-fields';
import type { FormField } from '../form/field';
import { textArea, textField } from '../form/text-fields';
import { moveFields } from '../move-date/move-date.form';
import { proposeFields } from '../propose/propose.form';
import { reopenFields } from '../reopen/reopen.form';
import { progressFields } from '../report-progress/report-progress.form';
import { tellFields } from '../tell/tell.form';
import { withdrawFields } from '../withdraw/withdraw.form';
import type { Correction } from './correction';
import { correctWords } from './words';

type Fields = readonly FormField<Correction>[];

const words = correctWords();
const shows = textArea('shows', { label: words.shows });
const link = textField('link', { label: words.link, type: 'url' });

const FIELDS: Readonly<Record<HappenedEvent['type'], (correction: Correction) => Fields>> = {
  MilestoneProposed: () => proposeFields,
  MilestoneAgreed: () => agreeFields,
  MilestoneStarted: () => [],
  ProgressReported: () => progressFields,
  MilestoneTimescaleRevised: () => moveFields,
  YoungPeopleTold: () => tellFields,
  EvidenceAttached: ({ values }) => (typeof values?.link === 'string' ? [shows, link] : [shows]),
  MilestoneAchieved: ({ evidence }) => [
    ...achieveFields.filter((field): field is FormField => field !== evidenceField),
    choicesField(
      'evidence',
      { label: words.evidence },
      evidence.map((each) => ({ value: each.id, label: each.shows })),
    ),
  ],
  MilestoneReopened: () => reopenFields,
  MilestoneWithdrawn: () => withdrawFields,
  LeadsChanged: () => leadsFields,
};

const countsFrom = dayField('effectiveOn', { label: words.countsFrom });

/** The questions that a record answered, and the day on which it was so; none for a correction. */
export function fieldsOf(correction: Correction): Fields {
  if (correction.values === null) return [];
  const fields = FIELDS[correction.entry.type as HappenedEvent['type']](correction);
  return [...fields, countsFrom];
}
