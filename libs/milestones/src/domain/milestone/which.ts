import type { FoundationOrRights, RecordedEvent } from '@promise/kernel';
import type { MilestoneEvent } from './events';
import { milestoneOfStream } from './stream';

/** Which milestone an event is about, and the foundation where the event itself says or corrects it. */
export function whichMilestone(
  event: RecordedEvent<MilestoneEvent>,
): { readonly milestone: string; readonly foundation: FoundationOrRights | null } | null {
  const milestone = milestoneOfStream(event.envelope.stream);
  return milestone === null ? null : { milestone, foundation: foundationIn(event) };
}

function foundationIn({ type, payload }: RecordedEvent<MilestoneEvent>): FoundationOrRights | null {
  if (type === 'FieldsReplaced' && 'replace' in payload) {
    return (payload.replace.foundation as FoundationOrRights | undefined) ?? null;
  }
  return 'foundation' in payload ? payload.foundation : null;
}
