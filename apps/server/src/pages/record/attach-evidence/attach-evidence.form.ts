import { AttachEvidence, type MilestoneView } from '@promise/milestones';
import { AttachEvidenceDto } from '../../../api/milestones/dto/evidence.dto';
import { countsFrom } from '../form/counts-from';
import type { RecordingForm } from '../form/recording-form';
import { textArea } from '../form/text-fields';
import { isFile, sourceField } from './source-field';
import { evidenceWords } from './words';

const words = evidenceWords();

export const showsField = textArea('shows', { label: words.shows });

/** A link or a file that shows something of the milestone. */
export const attachEvidenceForm: RecordingForm<MilestoneView, AttachEvidenceDto> = {
  path: 'milestones/:id/attach-evidence',
  action: 'milestone.attach-evidence',
  title: words.title,
  intro: words.intro,
  notice: 'recorded',
  dto: AttachEvidenceDto,
  load: (subjects, request) => subjects.milestone(request),
  fields: () => [showsField, sourceField, countsFrom],
  file: (form) =>
    isFile(form) ? { label: words.chooseFile, hint: words.chooseFileHint, missing: words.fileMissing } : undefined,
  command: ({ subject, body: { shows, link }, file, context }) =>
    new AttachEvidence(
      subject.view.id,
      { shows, ...(link === undefined ? {} : { link }), ...(file ? { file } : {}) },
      context,
    ),
};
