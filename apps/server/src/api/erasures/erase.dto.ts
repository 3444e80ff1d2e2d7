import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsUUID } from 'class-validator';
import { Effective } from '../conventions/effective.dto';
import { TEXT_LENGTH, TextField } from '../conventions/fields';

export class EraseDto extends Effective {
  @ApiProperty({
    description: 'The ids of the events whose text is to go, all about one thing (see its history).',
    type: [String],
    maxItems: 100,
  })
  @IsArray({ message: 'must be a list of ids of events' })
  @ArrayNotEmpty({ message: 'must name at least one event' })
  @ArrayMaxSize(100, { message: 'must be 100 events at most' })
  @IsUUID('all', { each: true, message: 'must be ids of events' })
  events: string[];

  @TextField(TEXT_LENGTH, { description: 'Why. It stays on record, so it must not say what is to be erased.' })
  reason: string;
}
