import { DayField } from './fields';

/** What every command takes. */
export class Effective {
  @DayField({
    description: 'The day on which it was so. It may lie before what is already recorded. Default: today.',
    optional: true,
  })
  effectiveOn?: string;
}
