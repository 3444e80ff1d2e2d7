import { ApiPropertyOptional } from '@nestjs/swagger';
import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { HORIZONS } from '@promise/milestones';
import { IsOptional, IsUUID } from 'class-validator';
import { CitationDto } from '../../conventions/citation.dto';
import { Effective } from '../../conventions/effective.dto';
import { NestedField, OneOfField, TEXT_LENGTH, TextField, TextListField, TITLE_LENGTH } from '../../conventions/fields';

export class ProposeDto extends Effective {
  @TextField(TITLE_LENGTH, { description: 'What will be so, in plain words.' })
  title: string;

  @OneOfField(FOUNDATIONS_AND_RIGHTS, {
    description: 'The main foundation it serves; `rights` for what underpins all five.',
  })
  foundation: (typeof FOUNDATIONS_AND_RIGHTS)[number];

  @OneOfField(HORIZONS, {
    description: 'Whose mark it belongs to, as those who set it said; `interim` is a step towards `parent`.',
  })
  horizon: (typeof HORIZONS)[number];

  @ApiPropertyOptional({ description: 'For `interim`: the id of the milestone it leads to.', format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a milestone' })
  parent?: string;

  @TextField(200, {
    description: 'When, in words: `by March 2027`, `2024-25`, `April 2025 onwards`.',
    example: 'by March 2027',
  })
  timescale: string;

  @TextListField(TITLE_LENGTH, {
    description: 'Who leads it: roles or groups, not names of people.',
    example: ['Children’s Services Partnership Board'],
  })
  leads: string[];

  @OneOfField(FOUNDATIONS_AND_RIGHTS, { description: 'Other foundations that it serves.', optional: true, each: true })
  alsoServes?: (typeof FOUNDATIONS_AND_RIGHTS)[number][];

  @TextListField(TITLE_LENGTH, { description: 'Ids of the priorities of plans that it cites.', optional: true })
  priorities?: string[];

  @TextField(TEXT_LENGTH, { description: 'How we will know that it is so.', optional: true })
  successStatement?: string;

  @NestedField(() => CitationDto, { description: 'Where it is written.', optional: true })
  citation?: CitationDto;
}
