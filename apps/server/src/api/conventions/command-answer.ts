import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Recorded } from '@promise/recording';
import type { Response } from 'express';

/** What a command answers: what it is about, and where its events stand in the log. */
export class CommandAnswer {
  @ApiProperty({ description: 'The id of what the command is about.' })
  id: string;

  @ApiProperty({
    description: 'Position of the last event: send it as `Read-After` to read what was just written.',
    type: String,
    nullable: true,
  })
  position: string | null;

  @ApiProperty({ description: 'Version after the command, as in `ETag`.' })
  version: number;

  @ApiProperty({ description: 'The events that were recorded.', type: 'array', items: { type: 'object' } })
  events: readonly { readonly id: string; readonly type: string }[];

  @ApiPropertyOptional({
    description: 'The id of the proposal, where the change waits for a second person (202). See `/approvals`.',
    format: 'uuid',
  })
  proposal?: string;
}

/** The event by which a change was proposed that needs a second person; undefined where it was recorded outright. */
export function proposalIn({ events }: Recorded): string | undefined {
  return events.find(({ type }) => type === 'ChangeProposed')?.id;
}

/** Writes the headers of the answer and gives its body; 202 where a second person has to approve it. */
export function answer(response: Response, id: string, recorded: Recorded): CommandAnswer {
  response.set('ETag', etagOf(recorded.version));
  if (recorded.position !== null) response.set('Position', recorded.position);
  const said = { id, position: recorded.position, version: recorded.version, events: recorded.events };
  const proposal = proposalIn(recorded);
  if (proposal === undefined) return said;
  response.status(202);
  return { ...said, proposal };
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
