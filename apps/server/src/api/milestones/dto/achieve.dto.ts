import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { isPlainText } from '@promise/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, isURL } from 'class-validator';
import { Effective } from '../../conventions/effective.dto';
import { DayField, LinkField, rule, TEXT_LENGTH, TextField } from '../../conventions/fields';

export class NewEvidenceDto {
  @LinkField({ description: 'Where it is published.' })
  link: string;

  @TextField(TEXT_LENGTH, { description: 'What it shows.' })
  shows: string;
}

export class AchieveDto extends Effective {
  @DayField({
    description:
      'The day it was achieved. Where no effectiveOn is given it counts from this day, or from the latest thing recorded where that is later.',
  })
  date: string;

  @ApiProperty({
    description: 'At least one: the id of evidence that is attached already, or a link and what it shows.',
    type: 'array',
    minItems: 1,
    items: { oneOf: [{ type: 'string', format: 'uuid' }, { $ref: getSchemaPath(NewEvidenceDto) }] },
  })
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'needs at least one piece of evidence' })
  @ArrayMaxSize(50, { message: 'may have at most 50 entries' })
  @rule('evidence', 'each entry must be the id of attached evidence, or {link, shows} and nothing else', isEvidence, {
    each: true,
  })
  evidence: (string | NewEvidenceDto)[];

  @TextField(TEXT_LENGTH, { description: 'What changed for children and young people because of it.' })
  differenceMade: string;
}

function isEvidence(value: unknown): boolean {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { link, shows, ...others } = value as Readonly<Record<string, unknown>>;
  return isLink(link) && isText(shows) && Object.keys(others).length === 0;
}

function isLink(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= 2_000 &&
    isURL(value, { protocols: ['https', 'http'], require_protocol: true })
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_LENGTH && isPlainText(value);
}
