import { RegisterPartnershipCommand } from '@promise/partnerships';
import { dataOf } from '../../api/conventions/data-of';
import { RegistrationDto } from '../../api/settings/settings.dto';
import type { RecordingForm } from '../record/form/recording-form';
import { textField } from '../record/form/text-fields';
import { publicationField } from './publication-field';
import { setUpWords } from './words';

const words = setUpWords();

/** How a partnership begins; what it is about is its id. */
export const setUpForm: RecordingForm<string, RegistrationDto> = {
  path: 'set-up',
  action: 'partnership.set-up',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: RegistrationDto,
  load: (_subjects, { params }) => Promise.resolve({ view: String(params.partnership), home: '/' }),
  fields: () => [textField('name', { label: words.nameLabel, hint: words.nameHint }), publicationField],
  aside: ({ view }) => <p>{words.address(view)}</p>,
  command: ({ body, context }) => new RegisterPartnershipCommand(context, dataOf(body)),
  next: ({ subject }) => `/p/${subject.view}/settings`,
};
