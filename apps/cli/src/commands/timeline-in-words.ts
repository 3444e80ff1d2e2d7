import type { Lane, Timeline } from '@promise/timeline';

/** The timeline as text for a terminal. */
export function timelineInWords(timeline: Timeline): string {
  const { partnership, message, note, asAt, knownAt, recordNumber } = timeline;
  const marks = (timeline.marks ?? []).map((mark) => `${mark.years}-year mark: ${mark.words}`);
  const known = recordNumber === 0 ? '' : `, up to record ${recordNumber}`;
  return [
    `${partnership.name}: ${message}`,
    ...(note ? [note] : []),
    ...marks,
    ...timeline.lanes.flatMap(laneInWords),
    '',
    `As it was on ${asAt}, as far as was recorded by ${knownAt}${known}.`,
  ].join('\n');
}

function laneInWords({ title, counts, milestones, steps }: Lane): string[] {
  const heading =
    milestones.length === 0 ? 'no milestones' : `${counts.achieved} of ${counts.total} milestones achieved`;
  return [
    '',
    `${title}: ${heading}`,
    ...milestones.map((each) => `  * ${each.title} [${each.status}] ${plannedInWords(each)}`),
    ...steps.map((each) => `  - step: ${each.title} [${each.status}] ${plannedInWords(each)}`),
  ];
}

function plannedInWords({ planned, firstPlanned, moved }: Lane['milestones'][number] | Lane['steps'][number]): string {
  const now = planned?.words ?? 'no date given';
  return moved ? `${now} (first ${firstPlanned?.words ?? 'without a date'})` : now;
}
