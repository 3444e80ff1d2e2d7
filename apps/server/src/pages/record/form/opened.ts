import type { Response } from 'express';
import type { Effective } from '../../../api/conventions/effective.dto';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import { csrfTokenFor } from '../../../sign-in/forgery';
import type { FilledForm } from '../../frame/forms/filled-form';
import type { FormField } from './field';
import type { FormView } from './form-page';
import type { RecordingForm } from './recording-form';
import type { Subject } from './subject';

/** A form in somebody's hands. */
export interface Opened<View, Body extends Effective> {
  readonly definition: RecordingForm<View, Body>;
  readonly request: GuardedRequest;
  readonly response: Response;
  readonly subject: Subject<View>;
  readonly fields: readonly FormField<View>[];
  readonly form: FilledForm;
}

/** What its pages show; the version is the one that the person read. */
export function viewOf<View, Body extends Effective>(opened: Opened<View, Body>): FormView<View> {
  const { definition, request, subject, fields, form } = opened;
  return {
    title: definition.title,
    intro: definition.intro,
    name: subject.name,
    home: subject.home,
    address: request.originalUrl,
    csrf: csrfTokenFor(request.sessionToken ?? ''),
    key: form.key,
    version: form.version,
    view: subject.view,
    fields,
    form,
    errors: [],
    aside: definition.aside?.({ form, view: subject.view }),
  };
}
