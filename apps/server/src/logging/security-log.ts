import { createHmac } from 'node:crypto';
import type { Action } from '@promise/identity';
import type { KeyVault } from '@promise/vault';
import type { Logger } from 'pino';
import type { GuardedRequest } from '../api/conventions/signed-in';

/** `warn` may be a mistake each time; many of them are an attack. */
const LEVELS = {
  'signed-in': 'info',
  'signed-out': 'info',
  'sign-in-failed': 'warn',
  'sign-in-waited': 'warn',
  'second-factor-on': 'info',
  'second-factor-off': 'info',
  'second-factor-failed': 'warn',
  'password-changed': 'info',
  'link-made': 'info',
  'link-used': 'info',
  'dead-link-tried': 'warn',
  'token-made': 'info',
  'token-ended': 'info',
  'session-ended': 'info',
  'access-refused': 'warn',
  'rate-limited': 'warn',
  'openid-refused': 'warn',
  'role-of-unknown-partnership': 'warn',
  'last-administrator-kept': 'warn',
} as const satisfies Record<string, 'info' | 'warn'>;

/** What somebody who watches over the tracker wants to know of, by the name that it has in the log. */
export type SecurityEvent = keyof typeof LEVELS;

const SECRET = 'security-log';
const DIGEST_LETTERS = 16;

interface About {
  /** Who does it, where the request does not say so yet. */
  readonly person?: string;
  /** To whom it is done. */
  readonly whose?: string;
  readonly action?: Action;
  /** A sign-in name as typed: its digest alone is kept. */
  readonly name?: string;
  /** A word of ours that says which kind it is. */
  readonly kind?: string;
}

/**
 * Security events in the structured log: who (an opaque id) and what. Names and addresses stand there as digests under
 * a key of the installation: the same one can be seen to come back, and nobody can tell whose it is.
 */
export class SecurityLog {
  constructor(
    private readonly log: Logger,
    private readonly vault: KeyVault,
  ) {}

  async note(event: SecurityEvent, request: GuardedRequest, about: About = {}): Promise<void> {
    const { name, person = request.person?.id, ...more } = about;
    const key = await this.vault.secret(SECRET);
    const line = {
      security: event,
      correlationId: request.correlationId,
      person,
      from: digest(key, `address ${request.ip ?? ''}`),
      ...(name === undefined ? {} : { name: digest(key, `name ${name}`) }),
      ...more,
    };
    this.log[LEVELS[event]](line, 'security');
  }
}

function digest(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, DIGEST_LETTERS);
}
