import type { Standing } from '@promise/kernel';
import { Effective } from '../conventions/effective.dto';
import { DayField, OneOfField, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../conventions/fields';
import { PageQuery } from '../conventions/paging';

const STANDINGS = ['waiting', 'approved', 'refused', 'taken-back'] as const satisfies readonly Standing[];

export class ProposalsWanted extends PageQuery {
  @OneOfField(STANDINGS, { description: 'Only proposals that stand so.', optional: true })
  standing?: Standing;
}

export class ReasonDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'Why.' })
  reason: string;
}

export class ApproveDto extends ReasonDto {
  @TextField(TITLE_LENGTH, { description: 'The board that decided it.', example: 'Promise Board' })
  body: string;

  @DayField({ description: 'The day it decided.' })
  date: string;
}
