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
  return [
    '',
    `${title}: ${countsInWords(counts)}`,
    ...milestones.map((each) => `  * ${each.title} [${each.status}] ${plannedInWords(each)}`),
    ...steps.map((each) => `  - step: ${each.title} [${each.status}] ${plannedInWords(each)}`),
  ];
}

function countsInWords({ total, achieved, proposed, withdrawn }: Lane['counts']): string {
  const counts = [
    ...(total > 0 ? [`${achieved} of ${milestones(total)} achieved`] : []),
    ...(proposed > 0 ? [`${milestones(proposed)} proposed`] : []),
    ...(withdrawn > 0 ? [`${milestones(withdrawn)} withdrawn`] : []),
  ];
  return counts.join(', ') || 'no milestones';
}

function milestones(count: number): string {
  return count === 1 ? '1 milestone' : `${count} milestones`;
}

function plannedInWords({ planned, firstPlanned, moved }: Lane['milestones'][number] | Lane['steps'][number]): string {
  const now = planned?.words ?? 'no date given';
  return moved ? `${now} (first ${firstPlanned?.words ?? 'without a date'})` : now;
}
