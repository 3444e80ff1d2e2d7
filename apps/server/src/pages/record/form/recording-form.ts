import type { Command } from '@nestjs/cqrs';
import type { Action } from '@promise/identity';
import type { CommandContext, Recorded } from '@promise/recording';
import type { FileData } from '@promise/milestones';
import type { VNode } from 'preact';
import type { Effective } from '../../../api/conventions/effective.dto';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import type { NoticeKey } from '../../frame/recording';
import type { FilledForm } from '../../frame/forms/filled-form';
import type { FormField, Shown } from './field';
import type { FileAsked } from './file-question';
import type { Subject } from './subject';
import type { Subjects } from './subjects';

/** What a posted form asks to be recorded. */
export interface Asking<View, Body> {
  readonly request: GuardedRequest;
  readonly subject: Subject<View>;
  readonly body: Body;
  readonly context: CommandContext;
  /** The file that was handed in, where one was asked for. */
  readonly file?: FileData;
}

/** One form that records something: its questions, and the command that its answers are. */
export interface RecordingForm<View, Body extends Effective> {
  /** Below `/p/{partnership}/`. */
  readonly path: string;
  readonly action: Action;
  readonly title: string;
  readonly intro?: string;
  readonly notice: NoticeKey;
  /** The shape that the API takes, with its rules. */
  readonly dto: new () => Body;
  load(subjects: Subjects, request: GuardedRequest): Promise<Subject<View>>;
  fields(view: View): readonly FormField<View>[];
  /** What the form opens with. */
  prefilled?(view: View): FilledForm;
  /** Makes of what the fields say the body of the command; itself, where nothing is said. */
  bodyOf?(values: Readonly<Record<string, unknown>>, view: View): object;
  /** Stands before the questions, and before the answers to check. */
  aside?(shown: Pick<Shown<View>, 'form' | 'view'>): VNode | null;
  /** The file that the answers ask for, if any; for forms about a milestone. */
  file?(form: FilledForm): FileAsked | undefined;
  command(asking: Asking<View, Body>): Command<Recorded>;
  /** The page that shows what was recorded. */
  next?(asking: Asking<View, Body>): string;
}
