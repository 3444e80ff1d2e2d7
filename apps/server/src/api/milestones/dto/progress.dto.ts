import { Effective } from '../../conventions/effective.dto';
import { TEXT_LENGTH, TextField, TITLE_LENGTH } from '../../conventions/fields';

export class ReportProgressDto extends Effective {
  @TextField(60, { description: 'How it is going, in the words of the partnership’s own scale.', example: 'on track' })
  rating: string;

  @TextField(TEXT_LENGTH, { description: 'What was done and what is still to do.' })
  narrative: string;

  @TextField(TITLE_LENGTH, {
    description: 'The role or group that reports, where somebody else writes it down.',
    optional: true,
  })
  reportedBy?: string;
}
