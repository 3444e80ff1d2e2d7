import { CorrectMilestone } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { CorrectDto } from '../../../api/milestones/dto/others.dto';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { type Correction, correctionOf } from './correction';
import { asItStands, howField } from './how-field';
import { correctWords } from './words';

const words = correctWords();

const whyField = {
  ...textArea('why', { label: words.why, hint: words.whyHint }),
  names: { reason: 'why' },
};

/** One record of a milestone is taken back, or put right in some of its fields. */
export const correctForm: RecordingForm<Correction, CorrectDto> = {
  path: 'milestones/:id/correct/:event',
  action: 'milestone.correct',
  title: words.title,
  notice: 'recorded',
  dto: CorrectDto,
  load: correctionOf,
  fields: (correction) => [howField(correction), whyField],
  prefilled: asItStands,
  bodyOf: ({ why, ...how }, { entry }) => ({
    event: entry.event,
    ...how,
    ...(why === undefined ? {} : { reason: why }),
  }),
  aside: ({ view: { entry } }) => (
    <div class="pt-wrong">
      <p>
        <strong>{words.wrongRecord}</strong>
      </p>
      <p class="pt-as-typed">{entry.what}</p>
    </div>
  ),
  command: ({ request, body, context }) => new CorrectMilestone(String(request.params.id), dataOf(body), context),
};
