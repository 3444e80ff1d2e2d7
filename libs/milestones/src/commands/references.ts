import { Injectable } from '@nestjs/common';
import { type RecordedEvent, refuse } from '@promise/kernel';
import { Recorder } from '@promise/recording';
import type { MilestoneEvent } from '../domain/milestone/events';
import { factOf, inEffect } from '../domain/milestone/in-effect';
import { milestoneStream } from '../domain/milestone/stream';
import { PriorityDirectory } from './priority-directory.port';

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
    const [missing] = await this.directory.missing(partnership, ids);
    if (missing === undefined) return;
    refuse(`${field}.${ids.indexOf(missing)}`, 'priority-exists', 'the plans here hold no such priority');
  }

  /** @throws Refusal `parent`: there is no such milestone here, or it leads up to this one itself */
  async parent(partnership: string, milestone: string, parent: string, field: string): Promise<void> {
    if (parent === milestone) refuse(field, 'not-its-own-parent', 'a milestone cannot lead up to itself');
    let above: string | null = parent;
    while (above !== null) {
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
