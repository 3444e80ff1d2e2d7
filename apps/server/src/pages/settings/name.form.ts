import { type PartnershipView, RenamePartnershipCommand } from '@promise/partnerships';
import { NameDto } from '../../api/settings/settings.dto';
import { FilledForm } from '../frame/forms/filled-form';
import type { RecordingForm } from '../record/form/recording-form';
import { textField } from '../record/form/text-fields';
import { changeWords, setUpWords } from './words';

/** What the partnership is called. */
export const nameForm: RecordingForm<PartnershipView, NameDto> = {
  path: 'settings/name',
  action: 'partnership.rename',
  title: changeWords().nameTitle,
  notice: 'recorded',
  dto: NameDto,
  load: (subjects, request) => subjects.settings(request),
  fields: () => [textField('name', { label: setUpWords().nameLabel })],
  prefilled: ({ name }) => FilledForm.filledWith({ name }),
  command: ({ body, context }) => new RenamePartnershipCommand(context, body.name),
};
