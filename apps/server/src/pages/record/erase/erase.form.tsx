import { EraseTextCommand } from '@promise/erasure';
import type { StoredRecord } from '@promise/trail';
import { Effective } from '../../../api/conventions/effective.dto';
import { TEXT_LENGTH, TextField } from '../../../api/conventions/fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { eraseWords } from './words';

const words = eraseWords();

/** What the page asks; the record is named in its address. */
class EraseReasonDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'Why it has to go.' })
  reason: string;
}

/** The text of one record is to be erased. */
export const eraseForm: RecordingForm<StoredRecord, EraseReasonDto> = {
  path: 'records/:event/erase',
  action: 'text.erase',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: EraseReasonDto,
  load: (subjects, request) => subjects.record(request),
  fields: () => [textArea('reason', { label: words.reason, hint: words.reasonHint })],
  aside: ({ view: { entry } }) => (
    <>
      <h2>{words.what}</h2>
      <p class="pt-as-typed">{entry.what}</p>
    </>
  ),
  command: ({ subject: { view }, body, context }) =>
    new EraseTextCommand(context, view.stream, { events: [view.entry.event], reason: body.reason }),
};
