import { DecidePromiseStartCommand, type PartnershipView } from '@promise/partnerships';
import { dataOf } from '../../../api/conventions/data-of';
import { PromiseStartDto } from '../../../api/promise-start/promise-start.controller';
import { citationField } from '../form/citation-field';
import { countsFrom } from '../form/counts-from';
import { dayField, timescaleField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { promiseStartWords } from './words';

const words = promiseStartWords();

/** From when the 5- and 10-year marks count. */
export const promiseStartForm: RecordingForm<PartnershipView, PromiseStartDto> = {
  path: 'promise-start',
  action: 'promise-start.decide',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: PromiseStartDto,
  load: (subjects, request) => subjects.partnership(request),
  fields: () => [
    timescaleField('timescale', { label: words.timescale }),
    textArea('reason', { label: words.reason }),
    textField('decidedBy', { label: words.decidedBy }),
    dayField('decidedOn', { label: words.decidedOn }),
    citationField(words),
    countsFrom,
  ],
  aside: ({ view: { promiseStart } }) => <p>{promiseStart ? words.now(promiseStart.timescale.words) : words.none}</p>,
  command: ({ body, context }) => new DecidePromiseStartCommand(context, dataOf(body)),
};
