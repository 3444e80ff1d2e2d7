import { ChangePublicationCommand, type PartnershipView } from '@promise/partnerships';
import { PublicationDto } from '../../api/settings/settings.dto';
import { FilledForm } from '../frame/forms/filled-form';
import type { RecordingForm } from '../record/form/recording-form';
import { publicationField } from './publication-field';
import { changeWords } from './words';

/** What anybody may read. */
export const publicationForm: RecordingForm<PartnershipView, PublicationDto> = {
  path: 'settings/publication',
  action: 'partnership.change-publication',
  title: changeWords().publicationTitle,
  notice: 'recorded',
  dto: PublicationDto,
  load: (subjects, request) => subjects.settings(request),
  fields: () => [publicationField],
  prefilled: ({ publishes }) => FilledForm.filledWith({ publishes }),
  command: ({ body, context }) => new ChangePublicationCommand(context, body.publishes),
};
