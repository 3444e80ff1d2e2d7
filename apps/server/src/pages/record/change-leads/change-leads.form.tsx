import { ChangeLeads, type MilestoneView } from '@promise/milestones';
import { dataOf } from '../../../api/conventions/data-of';
import { ChangeLeadsDto } from '../../../api/milestones/dto/others.dto';
import { FilledForm } from '../../frame/forms/filled-form';
import { listed } from '../../frame/messages';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import { linesField, textArea } from '../form/text-fields';
import { leadsWords } from './words';

const words = leadsWords();

export const leadsField = linesField('leads', { label: words.leads, hint: words.leadsHint });
export const leadsFields = [leadsField, textArea('reason', { label: words.reason, optional: true })];

/** Other roles or groups lead the milestone from now on. */
export const changeLeadsForm: RecordingForm<MilestoneView, ChangeLeadsDto> = {
  path: 'milestones/:id/change-leads',
  action: 'milestone.change-leads',
  title: words.title,
  notice: 'recorded',
  dto: ChangeLeadsDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [...leadsFields, countsFrom],
  prefilled: ({ leads }) => FilledForm.filledWith(leadsField.fill({ leads })),
  aside: ({ view }) => (
    <p>
      {words.before}: {listed(view.leads)}.
    </p>
  ),
  command: ({ subject, body, context }) => new ChangeLeads(subject.view.id, dataOf(body), context),
};
