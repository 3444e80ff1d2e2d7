import { EvidenceIntake } from '../../api/milestones/evidence-intake';
import { nameForm } from '../settings/name.form';
import { publicationForm } from '../settings/publication.form';
import { retentionForm } from '../settings/retention.form';
import { themeForm } from '../settings/theme.form';
import { themesForm } from '../settings/themes.form';
import { achieveForm } from './achieve/achieve.form';
import { agreeForm } from './agree/agree.form';
import { attachEvidenceForm } from './attach-evidence/attach-evidence.form';
import { changeLeadsForm } from './change-leads/change-leads.form';
import { ChooseRecordController } from './correct/choose.controller';
import { closeReviewForm } from './close-review/close-review.form';
import { correctForm } from './correct/correct.form';
import { eraseForm } from './erase/erase.form';
import { formController } from './form/form-controller';
import { RecordingDesk } from './form/recording-desk';
import { Subjects } from './form/subjects';
import { moveDateForm } from './move-date/move-date.form';
import { noteFindingForm } from './note-finding/note-finding.form';
import { openReviewForm } from './open-review/open-review.form';
import { promiseStartForm } from './promise-start/promise-start.form';
import { proposeForm } from './propose/propose.form';
import { reopenForm } from './reopen/reopen.form';
import { reportProgressForm } from './report-progress/report-progress.form';
import { approveForm, refuseForm, takeBackForm } from './settle/settle.forms';
import { startForm } from './start/start.form';
import { stepResultForm } from './step-result/step-result.form';
import { tellForm } from './tell/tell.form';
import { withdrawForm } from './withdraw/withdraw.form';

/** A controller for each form. They come before the pages of a milestone or a review, whose id could else be `new`. */
export const RECORD_CONTROLLERS = [
  formController(proposeForm),
  formController(agreeForm),
  formController(startForm),
  formController(reportProgressForm),
  formController(moveDateForm),
  formController(tellForm),
  formController(attachEvidenceForm),
  formController(achieveForm),
  formController(reopenForm),
  formController(withdrawForm),
  formController(changeLeadsForm),
  ChooseRecordController,
  formController(correctForm),
  formController(stepResultForm),
  formController(promiseStartForm),
  formController(approveForm),
  formController(refuseForm),
  formController(takeBackForm),
  formController(eraseForm),
  formController(openReviewForm),
  formController(noteFindingForm),
  formController(closeReviewForm),
  formController(nameForm),
  formController(publicationForm),
  formController(themesForm),
  formController(themeForm),
  formController(retentionForm),
];

export const RECORD_PROVIDERS = [RecordingDesk, Subjects, EvidenceIntake];
