import { ProposeMilestone } from '@promise/milestones';
import { newIdOf } from '@promise/recording';
import { dataOf } from '../../../api/conventions/data-of';
import { ProposeDto } from '../../../api/milestones/dto/propose.dto';
import { FilledForm } from '../../frame/forms/filled-form';
import { choiceField, choicesField } from '../form/choice-fields';
import { citationField } from '../form/citation-field';
import { dayField, timescaleField } from '../form/date-fields';
import type { FormField } from '../form/field';
import type { RecordingForm } from '../form/recording-form';
import { linesField, textArea, textField } from '../form/text-fields';
import { recordingWords } from '../form/words';
import { foundationChoices } from '../foundations';
import { horizonField, type Parents } from './horizon-field';
import { prioritiesField } from './priorities-field';
import { type Proposal, proposalOf } from './proposal';
import { proposeWords } from './words';

const words = proposeWords();

const foundationField = choiceField('foundation', { label: words.foundation }, foundationChoices(true));
const citation = citationField(words);

/** What a proposal says, but for the lines of plans that it cites. */
export const proposeFields: readonly FormField<Parents>[] = [
  textField('title', { label: words.milestone, hint: words.milestoneHint }),
  foundationField,
  horizonField,
  timescaleField('timescale', { label: words.timescale }),
  linesField('leads', { label: words.leads, hint: words.leadsHint }),
  choicesField('alsoServes', { label: words.alsoServes, optional: true }, foundationChoices(false)),
  textArea('successStatement', { label: words.successStatement, optional: true }),
  citation,
];

const countsFrom = dayField('effectiveOn', {
  label: words.countsFrom,
  hint: recordingWords().countsFromHint,
  optional: true,
  otherwise: recordingWords().today,
});

/** A new milestone. */
export const proposeForm: RecordingForm<Proposal, ProposeDto> = {
  path: 'milestones/new',
  action: 'milestone.propose',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: ProposeDto,
  load: proposalOf,
  fields: ({ cited }) => [...proposeFields, ...(cited.length > 0 ? [prioritiesField] : []), countsFrom],
  prefilled: ({ priority }) =>
    priority === null
      ? FilledForm.empty
      : FilledForm.filledWith({
          ...foundationField.fill({ foundation: priority.foundation.primary }),
          ...citation.fill({ citation: priority.citation }),
          ...prioritiesField.fill({ priorities: [priority.id] }),
        }),
  command: ({ body, context }) => new ProposeMilestone(newIdOf(context.commandId), dataOf(body), context),
  next: ({ request, context }) => `/p/${String(request.params.partnership)}/milestones/${newIdOf(context.commandId)}`,
};
