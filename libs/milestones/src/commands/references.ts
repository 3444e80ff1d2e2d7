import { Injectable } from '@nestjs/common';
import { type RecordedEvent, refuse } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { MilestoneEvent } from '../domain/milestone/events';
import { factOf, inEffect } from '../domain/milestone/in-effect';
import { milestoneStream } from '../domain/milestone/stream';
import { PriorityDirectory } from './priority-directory.port';

// What is no id at all is asked of nobody: a database takes no NUL, for one.
const AN_ID = /^[^\p{C}]{1,300}$/u;

/** Checks what a milestone refers to beyond its own stream: the milestone it leads up to, and lines of plans. */
@Injectable()
export class References {
  constructor(
    private readonly recorder: Recorder,
    private readonly directory: PriorityDirectory,
  ) {}

  /** @throws Refusal `priorities`, by its place in the list: no such priority in the partnership's plans */
  async priorities(partnership: string, ids: readonly string[], field: string): Promise<void> {
    if (ids.length === 0) return;
    const missing = ids.find((id) => !AN_ID.test(id)) ?? (await this.directory.missing(partnership, ids))[0];
    if (missing === undefined) return;
    refuse(`${field}.${ids.indexOf(missing)}`, 'priority-exists', 'the plans here hold no such priority');
  }

  /**
   * @throws Refusal `parent`: there is no such milestone here, it leads up to this one itself, or those above it stand in
   * a circle, which two corrections made at once can leave behind
   */
  async parent(partnership: string, milestone: string, parent: string, field: string): Promise<void> {
    if (parent === milestone) refuse(field, 'not-its-own-parent', 'a milestone cannot lead up to itself');
    if (!AN_ID.test(parent)) refuse(field, 'parent-exists', 'there is no such milestone here');
    const seen = new Set<string>();
    let above: string | null = parent;
    while (above !== null) {
      if (seen.has(above)) {
        return refuse(field, 'no-circle-of-parents', 'milestones above that one lead up to each other in a circle');
      }
      seen.add(above);
      const history = await this.recorder.history(milestoneStream(partnership, above));
      if (history.length === 0) return refuse(field, 'parent-exists', 'there is no such milestone here');
      above = parentIn(history);
      if (above === milestone) refuse(field, 'not-its-own-parent', 'that milestone leads up to this one');
    }
  }
}

function parentIn(history: readonly RecordedEvent[]): string | null {
  const [proposal] = inEffect((history as RecordedEvent<MilestoneEvent>[]).map(factOf));
  return proposal?.type === 'MilestoneProposed' ? proposal.payload.parent : null;
}
