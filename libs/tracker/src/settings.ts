import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLE_URL_VARIABLES } from '@promise/database';
import type { OpenIdSettings } from '@promise/identity';
import { BadSetting } from './bad-setting';
import { logUrl, postgresUrl } from './log-url';
import { readOpenIdSettings } from './open-id-settings';
import { type RateLimits, readRateLimits } from './rate-limits';

/** What the tracker can be told from outside, read once. */
export interface Settings {
  readonly production: boolean;
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Where the embedded PostgreSQL and the demonstration people live. */
  readonly dataDir: string;
  /** The folder of partnerships' plans that is loaded into an empty tracker. */
  readonly plansDir: string;
  /** Where the events are: PostgreSQL or EventStoreDB (`esdb://`); the same database as everything else when absent. */
  readonly eventStoreUrl?: string;
  /** Read models, keys and files; an embedded PostgreSQL when absent. */
  readonly databaseUrl?: string;
  /** Whether this process builds and follows the read models itself, or leaves that to projectors of their own. */
  readonly projector: 'inside' | 'outside';
  readonly logLevel: string;
  /** How many proxies stand in front, whose word about the address and the scheme of a request is believed. */
  readonly proxies: number;
  /** Null for none. */
  readonly rateLimits: RateLimits | null;
  /** The sign-in services of councils. */
  readonly openId: OpenIdSettings;
  /** A URL of its own for a database role, by variable name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * @param home the folder that relative paths and defaults start from: the checkout or the installed package
 * @throws BadSetting
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, home: string): Settings {
  const { DATA_DIR, LOG_LEVEL = 'info' } = environment;
  const eventStoreUrl = logUrl('EVENT_STORE_URL', secret(environment, 'EVENT_STORE_URL'));
  const databaseUrl = postgresUrl('DATABASE_URL', secret(environment, 'DATABASE_URL'));
  for (const name of Object.values(ROLE_URL_VARIABLES)) postgresUrl(name, environment[name] ?? '');
  if (!LOG_LEVELS.includes(LOG_LEVEL)) throw new BadSetting(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  return {
    production: environment.NODE_ENV === 'production',
    port: numberIn('PORT', environment.PORT, 3000, 65_535),
    host: environment.HOST ?? '127.0.0.1',
    dataDir: DATA_DIR ? resolve(DATA_DIR) : resolve(home, 'data'),
    plansDir: resolve(home, 'plans'),
    ...(eventStoreUrl ? { eventStoreUrl } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    projector: projectorIn(environment.PROJECTOR),
    logLevel: LOG_LEVEL,
    openId: readOpenIdSettings(environment.OIDC_FILE),
    proxies: numberIn('PROXIES', environment.PROXIES, 0, 10),
    rateLimits: readRateLimits(environment.RATE_LIMITS),
    environment: withRoleUrls(environment),
  };
}

/** A URL of a role may stand in a file, as the others may. */
function withRoleUrls(environment: Settings['environment']): Settings['environment'] {
  const urls: Record<string, string> = {};
  for (const name of Object.values(ROLE_URL_VARIABLES)) {
    const url = postgresUrl(name, secret(environment, name));
    if (url !== '') urls[name] = url;
  }
  return { ...environment, ...urls };
}

function projectorIn(text = 'inside'): Settings['projector'] {
  if (text !== 'inside' && text !== 'outside') throw new BadSetting('PROJECTOR must be inside or outside');
  return text;
}

function numberIn(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined || text === '') return otherwise;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new BadSetting(`${name} must be a number from 0 to ${most}`);
  return number;
}

/** The variable itself, or what the file says that the variable with `_FILE` behind its name points to. */
function secret(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name] ?? '';
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadSetting(`${name}_FILE cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
