import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type Day, londonDay, refuse } from '@promise/kernel';
import { type CommandContext, commandIdOf } from '@promise/recording';
import { KeyVault } from '@promise/vault';
import { v5 } from 'uuid';
import type { CommandRequest } from './command-request';
import { Now } from './now';

const REQUEST_DIGEST = 'request-digest';
const NAMESPACE = 'a0a4ff9e-7f5b-5d0e-93ad-1f3c7a6f2c40';

/** Every command may name the day on which it was so. */
interface MayNameItsDay {
  readonly effectiveOn?: string | undefined;
}

/** Makes of a request what the log keeps about it. */
@Injectable()
export class CommandContexts {
  constructor(
    private readonly vault: KeyVault,
    private readonly now: Now,
  ) {}

  /**
   * @param body the checked body; its digest tells a repeat from a reused key. It is keyed with a secret of the vault
   * and with the idempotency key, so that nobody can guess a short text from it.
   */
  async of(request: CommandRequest, body: object & MayNameItsDay): Promise<CommandContext> {
    if (body.effectiveOn !== undefined) checkDay(body.effectiveOn, londonDay(this.now.instant()));
    const secret = await this.vault.secret(REQUEST_DIGEST);
    const digest = createHmac('sha256', secret)
      .update(canonicalJson([request.key, { ...body }]))
      .digest('hex');
    return {
      partnership: request.partnership,
      actor: request.actor,
      commandId: commandIdOf(request.actor.id, request.route, request.key),
      causationId: v5(digest, NAMESPACE),
      correlationId: request.correlationId,
      basis: { kind: 'recorded' },
      ...(body.effectiveOn === undefined ? {} : { effectiveOn: body.effectiveOn }),
      ...(request.ifMatch === undefined ? {} : { ifMatch: request.ifMatch }),
    };
  }
}

/** Nothing here was so before the earliest of the plans, and an event says what has happened. */
function checkDay(effectiveOn: Day, today: Day): void {
  if (effectiveOn < '2000-01-01') refuse('effectiveOn', 'not-before-2000', 'it lies before 2000, before any of this');
  if (effectiveOn > today) refuse('effectiveOn', 'not-in-the-future', 'it is still to come; record it once it is so');
}
