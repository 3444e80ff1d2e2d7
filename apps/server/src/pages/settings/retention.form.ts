import { DecideRetentionCommand, type PartnershipView } from '@promise/partnerships';
import { dataOf } from '../../api/conventions/data-of';
import { RetentionDto } from '../../api/settings/settings.dto';
import { FilledForm } from '../frame/forms/filled-form';
import { choiceField } from '../record/form/choice-fields';
import type { RecordingForm } from '../record/form/recording-form';
import { textArea } from '../record/form/text-fields';
import { changeWords, settingsWords } from './words';

const words = changeWords();

/** Months to choose from; the API takes any number up to 120. */
const MONTHS = [1, 6, 12, 24, 36, 60];

/** How long people's accounts are kept after their last role. */
export const retentionForm: RecordingForm<PartnershipView, RetentionDto> = {
  path: 'settings/retention',
  action: 'partnership.decide-retention',
  title: words.retentionTitle,
  intro: words.retentionIntro,
  notice: 'recorded',
  dto: RetentionDto,
  load: (subjects, request) => subjects.settings(request),
  fields: ({ retention }) => {
    const months = [...new Set([...MONTHS, ...(retention ? [retention.accountMonths] : [])])].sort((a, b) => a - b);
    const choices = months.map((count) => ({ value: String(count), label: settingsWords().months(count) }));
    return [
      choiceField('accountMonths', { label: words.retentionLabel }, choices),
      textArea('reason', { label: words.retentionReason }),
    ];
  },
  prefilled: ({ retention }) =>
    FilledForm.filledWith(retention ? { ...retention, accountMonths: String(retention.accountMonths) } : {}),
  bodyOf: ({ accountMonths, ...others }) => ({
    ...others,
    ...(accountMonths === undefined ? {} : { accountMonths: Number(accountMonths) }),
  }),
  command: ({ body, context }) => new DecideRetentionCommand(context, dataOf(body)),
};
