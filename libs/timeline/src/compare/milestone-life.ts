import type { MilestoneView } from '@promise/milestones';
import { pairs } from './difference';
import { differs, type Saying } from './fields';
import { asSentence, dayInWords, onDay, quoted } from './words';

export const agreedChange: Saying<MilestoneView> = ({ agreed: from }, { agreed: to, title }) => {
  const by = to ? `${to.body} on ${dayInWords(to.on)}` : '';
  const said = from
    ? `Who agreed ${quoted(title)}, or when, is now another: ${by}.`
    : `${quoted(title)} was agreed by ${by}.`;
  const sentence = to ? said : `That ${quoted(title)} was agreed was taken back.`;
  return [{ field: 'agreed', from, to, sentence }];
};

export const startedChange: Saying<MilestoneView> = ({ startedOn: from }, { startedOn: to, title }) => {
  const started = from === null ? 'Work on' : 'The day is corrected: work on';
  const sentence =
    to === null
      ? `That work on ${quoted(title)} had started was taken back.`
      : `${started} ${quoted(title)} started on ${dayInWords(to)}.`;
  return [{ field: 'startedOn', from, to, sentence }];
};

/** That it is done now, and what difference it made, is said with its status. */
export const achievedChange: Saying<MilestoneView> = ({ achieved: from }, { achieved: to, title }) => {
  if (!to) return [{ field: 'achieved', from, to, sentence: `That ${quoted(title)} was done was taken back.` }];
  if (!from) {
    return [{ field: 'achieved', from, to, sentence: `${quoted(title)} was done on ${dayInWords(to.on)}.` }];
  }
  const parts = [
    from.on === to.on ? '' : `The day ${quoted(title)} was done was corrected: ${dayInWords(to.on)}.`,
    from.differenceMade === to.differenceMade
      ? ''
      : `What changed because of ${quoted(title)} was corrected: ${asSentence(to.differenceMade)}`,
    differs(from.evidence, to.evidence) ? `What shows that ${quoted(title)} is done was corrected.` : '',
  ];
  return [{ field: 'achieved', from, to, sentence: parts.filter((part) => part !== '').join(' ') }];
};

/** That it is stopped now, and why, is said with its status. */
export const withdrawnChange: Saying<MilestoneView> = ({ withdrawn: from }, { withdrawn: to, title }) => {
  if (!to) return [{ field: 'withdrawn', from, to, sentence: `${quoted(title)} is no longer stopped.` }];
  const by = `Decided by ${to.decidedBy}${onDay(to.decidedOn)}.`;
  const sentence = from
    ? `How ${quoted(title)} was stopped was corrected: on ${dayInWords(to.on)}, because: ${asSentence(to.reason)} ${by}`
    : `${quoted(title)} was stopped on ${dayInWords(to.on)}. ${by}`;
  return [{ field: 'withdrawn', from, to, sentence }];
};

export const reopenedChanges: Saying<MilestoneView> = (was, is) => {
  const byEvent = (view: MilestoneView): (MilestoneView['reopened'][number] & { id: string })[] =>
    view.reopened.map((each) => ({ ...each, id: each.event }));
  return pairs(byEvent(was), byEvent(is)).flatMap(({ before, after }) => {
    if (before && after && !differs(before, after)) return [];
    const what = before ? (after ? 'was corrected' : 'was taken back') : 'is recorded';
    const reason = (after ?? before)?.reason ?? '';
    const sentence = `That ${quoted(is.title)} was taken up again ${what}. The reason: ${asSentence(reason)}`;
    return [{ field: 'reopened', from: before ?? null, to: after ?? null, sentence }];
  });
};
