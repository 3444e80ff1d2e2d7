import { ApiProperty } from '@nestjs/swagger';
import { TOLD_STATES } from '@promise/milestones';
import { Transform, Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { Effective } from '../../conventions/effective.dto';
import { DayField, OneOfField, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../../conventions/fields';

export class YoungPeopleToldDto {
  @OneOfField(TOLD_STATES, { description: 'Whether children and young people were told that the date moved.' })
  state: (typeof TOLD_STATES)[number];

  @DayField({ description: 'The day they were told.', optional: true })
  when?: string;

  @TextField(TEXT_LENGTH, { description: 'How they were told.', optional: true })
  how?: string;
}

export class ReviseTimescaleDto extends Effective {
  @TextField(200, { description: 'The new timescale in words.', example: 'by September 2027' })
  timescale: string;

  @TextField(TEXT_LENGTH, { description: 'Why the date moves.' })
  reason: string;

  @TextField(TITLE_LENGTH, { description: 'The body that decided it.' })
  decidedBy: string;

  @DayField({ description: 'The day it was decided; it may lie before the milestone was proposed.' })
  decidedOn: string;

  @ApiProperty({
    description:
      'Whether young people were told; `true` is taken as `{"state": "told"}`, `false` as `{"state": "not-yet"}`.',
    oneOf: [{ $ref: '#/components/schemas/YoungPeopleToldDto' }, { type: 'boolean' }],
  })
  @Transform(({ value }: { value: unknown }) => toldInShort(value))
  @IsDefined({ message: 'is missing: say whether young people were told' })
  @ValidateNested({ message: 'must be an object with state, when and how, or true or false' })
  @Type(() => YoungPeopleToldDto)
  youngPeopleTold: YoungPeopleToldDto;
}

export class TellDto extends Effective {
  @DayField({ description: 'The day young people were told that the date had moved.' })
  when: string;

  @TextField(TEXT_LENGTH, { description: 'How they were told.' })
  how: string;
}

function toldInShort(value: unknown): unknown {
  // A list is no object: ValidateNested would look into each of its entries.
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'boolean') return value;
  const told = new YoungPeopleToldDto();
  told.state = value ? 'told' : 'not-yet';
  return told;
}
