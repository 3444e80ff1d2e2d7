import { ApiPropertyOptional } from '@nestjs/swagger';
import { REVIEW_KINDS } from '@promise/reviews';
import { IsOptional, IsUUID } from 'class-validator';
import { Effective } from '../conventions/effective.dto';
import { DayField, OneOfField, TEXT_LENGTH, TextField, TextListField, TITLE_LENGTH } from '../conventions/fields';

export class OpenReviewDto extends Effective {
  @OneOfField(REVIEW_KINDS, { description: 'How often, or after how many years, such a review is made.' })
  kind: (typeof REVIEW_KINDS)[number];

  @TextField(TITLE_LENGTH, { description: 'What it is called.', example: 'Six-monthly review, winter 2025' })
  title: string;

  @DayField({ description: 'The first day that it looks back on.' })
  from: string;

  @DayField({ description: 'The last day that it looks back on.' })
  until: string;

  @TextListField(TITLE_LENGTH, {
    description: 'Who takes part: bodies or groups, not names of people.',
    example: ['Champions Board'],
  })
  takingPart: string[];
}

export class NoteFindingDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'What was found.' })
  text: string;

  @ApiPropertyOptional({ description: 'The id of the milestone that it is about, if any.', format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a milestone' })
  milestone?: string;
}

export class CloseReviewDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'What came of it.' })
  outcome: string;

  @TextListField(TITLE_LENGTH, {
    description: 'The groups that are given it.',
    example: ['Children’s Services Partnership Board'],
  })
  recipients: string[];

  @TextField(TEXT_LENGTH, { description: 'How children and young people were told, if they were.', optional: true })
  toldHow?: string;
}
