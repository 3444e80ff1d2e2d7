import { ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsObject, IsOptional, IsUUID } from 'class-validator';
import { Effective } from '../../conventions/effective.dto';
import { DayField, TEXT_LENGTH, TextField, TextListField, TITLE_LENGTH } from '../../conventions/fields';

export class ReopenDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'Why it is opened again.' })
  reason: string;
}

export class WithdrawDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'Why it is stopped.' })
  reason: string;

  @TextField(TITLE_LENGTH, { description: 'The body that decided it.' })
  decidedBy: string;

  @DayField({ description: 'The day it was decided.', optional: true })
  decidedOn?: string;
}

export class ChangeLeadsDto extends Effective {
  @TextListField(TITLE_LENGTH, { description: 'Who leads it from now on: roles or groups.' })
  leads: string[];

  @TextField(TEXT_LENGTH, { description: 'Why.', optional: true })
  reason?: string;
}

export class CorrectDto extends Effective {
  @ApiPropertyOptional({
    description: 'The id of the event that is wrong (see the history).',
    format: 'uuid',
    required: true,
  })
  @IsUUID('all', { message: 'must be the id of an event of this milestone' })
  event: string;

  @TextField(TEXT_LENGTH, { description: 'What was wrong.' })
  reason: string;

  @ApiPropertyOptional({ description: 'Takes the whole event back. Either this or `replace`.', enum: [true] })
  @IsOptional()
  @Equals(true, { message: 'can only be true' })
  void?: true;

  @ApiPropertyOptional({
    description: 'The fields that were wrong, by name, with what is right; `effectiveOn` too. Either this or `void`.',
    type: 'object',
    additionalProperties: true,
    example: { date: '2026-03-31' },
  })
  @IsOptional()
  @IsObject({ message: 'must be an object of field names and values' })
  replace?: Record<string, unknown>;
}
