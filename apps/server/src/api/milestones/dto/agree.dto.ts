import { Effective } from '../../conventions/effective.dto';
import { DayField, TextField, TITLE_LENGTH } from '../../conventions/fields';

export class AgreeDto extends Effective {
  @TextField(TITLE_LENGTH, {
    description: 'The body that agreed it.',
    example: 'Children’s Services Partnership Board',
  })
  body: string;

  @DayField({ description: 'The day it was agreed.' })
  date: string;
}
