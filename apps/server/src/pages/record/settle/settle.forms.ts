import { type ProposalView, SettleProposal } from '@promise/approvals';
import { ApproveDto, ReasonDto } from '../../../api/approvals/dto';
import { dataOf } from '../../../api/conventions/data-of';
import { dayField } from '../form/date-fields';
import type { RecordingForm } from '../form/recording-form';
import { textArea, textField } from '../form/text-fields';
import { settleWords } from './words';

const words = settleWords();

/** A second person approves what somebody proposed. */
export const approveForm: RecordingForm<ProposalView, ApproveDto> = {
  path: 'approvals/:id/approve',
  action: 'approvals.settle',
  title: words.approveTitle,
  intro: words.approveIntro,
  notice: 'recorded',
  dto: ApproveDto,
  load: (subjects, request) => subjects.proposal(request),
  fields: () => [
    textField('body', { label: words.body, hint: words.bodyHint }),
    dayField('date', { label: words.date }),
    textArea('reason', { label: words.approveReason, hint: words.approveReasonHint }),
  ],
  command: ({ subject, body, context }) =>
    new SettleProposal(context, { settle: 'approve', proposal: subject.view.id, data: dataOf(body) }),
};

/** A second person refuses it. */
export const refuseForm: RecordingForm<ProposalView, ReasonDto> = {
  path: 'approvals/:id/refuse',
  action: 'approvals.settle',
  title: words.refuseTitle,
  intro: words.refuseIntro,
  notice: 'recorded',
  dto: ReasonDto,
  load: (subjects, request) => subjects.proposal(request),
  fields: () => [textArea('reason', { label: words.refuseReason })],
  command: ({ subject, body, context }) =>
    new SettleProposal(context, { settle: 'refuse', proposal: subject.view.id, data: dataOf(body) }),
};

/** Whoever proposed it takes it back. */
export const takeBackForm: RecordingForm<ProposalView, ReasonDto> = {
  path: 'approvals/:id/take-back',
  action: 'approvals.take-back',
  title: words.takeBackTitle,
  intro: words.takeBackIntro,
  notice: 'recorded',
  dto: ReasonDto,
  load: (subjects, request) => subjects.proposal(request),
  fields: () => [textArea('reason', { label: words.takeBackReason })],
  command: ({ subject, body, context }) =>
    new SettleProposal(context, { settle: 'take-back', proposal: subject.view.id, data: dataOf(body) }),
};
