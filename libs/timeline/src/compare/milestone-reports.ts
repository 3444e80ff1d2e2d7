import type { MilestoneView } from '@promise/milestones';
import { type FieldChange, pairs } from './difference';
import { differs, type Saying } from './fields';
import { asSentence, quoted } from './words';

export const evidenceChanges: Saying<MilestoneView> = (was, is) =>
  pairs(was.evidence, is.evidence).flatMap(({ before, after }): FieldChange[] => {
    if (before && after && !differs(before, after)) return [];
    const what = before ? (after ? 'was corrected' : 'was taken back') : 'was added';
    const sentence = `Evidence for ${quoted(is.title)} ${what}: ${quoted((after ?? before)?.shows ?? '')}.`;
    return [{ field: 'evidence', from: before ?? null, to: after ?? null, sentence }];
  });

type Report = MilestoneView['progress'][number];

export const progressChanges: Saying<MilestoneView> = (was, is) =>
  pairs(byEvent(was), byEvent(is)).flatMap(({ before, after }): FieldChange[] => {
    const report = after ?? before;
    if (!report || (before && after && !differs(before, after))) return [];
    const what = before ? (after ? 'corrected' : 'taken back') : 'reported';
    const sentence = `Progress of ${quoted(is.title)} was ${what}: ${inWords(report)}`;
    return [{ field: 'progress', from: before ?? null, to: after ?? null, sentence }];
  });

function inWords({ rating, narrative, reportedBy }: Report): string {
  const by = reportedBy === null ? '' : ` Reported by ${reportedBy}.`;
  return `${asSentence(`${rating}: ${narrative}`)}${by}`;
}

function byEvent(view: MilestoneView): (Report & { readonly id: string })[] {
  return view.progress.map((report) => ({ ...report, id: report.event }));
}
