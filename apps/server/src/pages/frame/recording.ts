import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Freshness, NotYetFresh } from '@promise/projections';
import type { Recorded } from '@promise/recording';
import type { Response } from 'express';
import { proposalIn } from '../../api/conventions/command-answer';
import type { CommandRequest } from '../../api/conventions/command-request';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { KnownPartnerships } from '../../sign-in/known-partnerships';
import type { FilledForm } from './forms/filled-form';
import type { notices } from './notices';

const PATIENCE_MS = 5_000;

export type NoticeKey = keyof ReturnType<typeof notices>;

/**
 * The command that a posted form is: its key and version are those of the form, so that a form sent twice records once
 * and a form from a stale page is refused. Give it to `CommandContexts.of` with the body.
 */
export function commandOf(request: GuardedRequest, form: FilledForm): CommandRequest {
  const { person, actingAs, params } = request;
  if (!person || !actingAs || params.partnership === undefined)
    throw new Error('a form was posted where nobody is signed in or no partnership is named');
  return {
    partnership: String(params.partnership),
    actor: { id: person.id, role: actingAs },
    route: `${request.method} ${request.path}`,
    key: form.key,
    correlationId: request.correlationId ?? randomUUID(),
    ...(form.version === undefined ? {} : { ifMatch: form.version }),
  };
}

/** What follows when something was recorded. */
@Injectable()
export class AfterRecording {
  constructor(
    private readonly freshness: Freshness,
    private readonly partnerships: KnownPartnerships,
  ) {}

  /** Waits until pages show it, then sends the browser to one, which says what was done. */
  async goTo(response: Response, path: string, recorded: Recorded, notice: NoticeKey): Promise<void> {
    const shown = await this.shows(recorded);
    const done = proposalIn(recorded) === undefined ? notice : 'proposed';
    const mark = path.includes('?') ? '&' : '?';
    response.redirect(303, `${path}${mark}notice=${shown ? done : 'recorded-soon'}`);
  }

  /** Waits until pages show it; whether they do. */
  async shows({ position, stream }: Recorded): Promise<boolean> {
    if (position === null) return true;
    try {
      await this.freshness.waitUntil(position, PATIENCE_MS);
      this.partnerships.forget(stream.split('/')[0] ?? '');
      return true;
    } catch (error) {
      if (error instanceof NotYetFresh) return false;
      throw error;
    }
  }
}
