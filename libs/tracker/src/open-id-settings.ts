import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { NO_OPEN_ID, type OpenIdProvider, type OpenIdSettings } from '@promise/identity';
import { MEMBER_ROLES } from '@promise/people';
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import { BadSetting } from './bad-setting';

const TEXT = { type: 'string', minLength: 1, maxLength: 500 };
const ID = { type: 'string', pattern: '^[a-z0-9-]{1,100}$' };

const GROUP_ROLE = {
  type: 'object',
  required: ['group', 'partnership', 'role'],
  additionalProperties: false,
  properties: {
    group: TEXT,
    partnership: ID,
    role: { enum: MEMBER_ROLES },
    days: { type: 'integer', minimum: 1, maximum: 366 },
  },
};

const PROVIDER = {
  type: 'object',
  required: ['id', 'name', 'issuer', 'clientId', 'roles'],
  additionalProperties: false,
  properties: {
    id: ID,
    name: TEXT,
    issuer: TEXT,
    clientId: TEXT,
    clientSecret: TEXT,
    clientSecretFile: TEXT,
    scopes: {
      type: 'array',
      items: { type: 'string', pattern: '^[\\x21\\x23-\\x5b\\x5d-\\x7e]+$' },
      contains: { const: 'openid' },
    },
    groupsClaim: TEXT,
    roles: { type: 'array', minItems: 1, items: GROUP_ROLE },
  },
};

const FILE = {
  type: 'object',
  required: ['address', 'providers'],
  additionalProperties: false,
  properties: { address: TEXT, providers: { type: 'array', minItems: 1, items: PROVIDER } },
};

/** A provider as the file says it. */
interface ProviderInFile extends Omit<OpenIdProvider, 'clientSecret' | 'scopes' | 'groupsClaim'> {
  readonly clientSecret?: string;
  readonly clientSecretFile?: string;
  readonly scopes?: readonly string[];
  readonly groupsClaim?: string;
}

interface File {
  readonly address: string;
  readonly providers: readonly ProviderInFile[];
}

/**
 * The sign-in services that the file names; none without a file. Paths in it start from its folder.
 * @throws BadSetting naming field and rule
 */
export function readOpenIdSettings(path: string | undefined): OpenIdSettings {
  if (!path) return NO_OPEN_ID;
  const file = checked(parsed(readText(path, 'the file')));
  const address = webAddress(file.address, '/address');
  if (new URL(address).pathname !== '/') refuse('/address', 'has no path: such as https://promise.example');
  const ids = file.providers.map(({ id }) => id);
  const twice = ids.findIndex((id, n) => ids.indexOf(id) !== n);
  if (twice !== -1) refuse(`/providers/${twice}/id`, 'must be another one for each provider');
  const providers = file.providers.map((each, n) => providerOf(each, `/providers/${n}`, dirname(path)));
  return { address: new URL(address).origin, providers };
}

function providerOf(given: ProviderInFile, at: string, folder: string): OpenIdProvider {
  const { id, name, clientId, roles, scopes = ['openid', 'profile'], groupsClaim = 'groups' } = given;
  const endless = roles.findIndex(({ role, days }) => role === 'inspector' && days === undefined);
  if (endless !== -1) refuse(`${at}/roles/${endless}/days`, 'must say for how many days an inspector is let in');
  const issuer = webAddress(given.issuer, `${at}/issuer`);
  return { id, name, issuer, clientId, clientSecret: secretOf(given, at, folder), scopes, groupsClaim, roles };
}

function secretOf({ clientSecret, clientSecretFile }: ProviderInFile, at: string, folder: string): string {
  if ((clientSecret === undefined) === (clientSecretFile === undefined)) {
    refuse(at, 'must have either clientSecretFile or clientSecret');
  }
  if (clientSecretFile === undefined) return clientSecret ?? '';
  const secret = readText(resolve(folder, clientSecretFile), `${at}/clientSecretFile`).trim();
  if (secret === '') refuse(`${at}/clientSecretFile`, 'must not be empty');
  return secret;
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(what, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What a parser says may quote the file, and with it a secret. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('the file', 'must be JSON');
  }
}

function checked(document: unknown): File {
  const isFile = new Ajv2020().compile<File>(FILE);
  if (isFile(document)) return document;
  const [error] = isFile.errors ?? [];
  const at = error?.instancePath ?? '';
  return refuse(at === '' ? 'the file' : at, messageOf(error));
}

function messageOf(error: ErrorObject | undefined): string {
  const params = (error?.params ?? {}) as { readonly additionalProperty?: string; readonly allowedValues?: string[] };
  if (params.additionalProperty !== undefined) return `must not have ${params.additionalProperty}`;
  if (params.allowedValues) return `must be one of ${params.allowedValues.join(', ')}`;
  if (error?.keyword === 'contains') return 'must contain openid';
  return error?.message ?? 'is not as it should be';
}

function webAddress(text: string, at: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || isHere) return text;
  return refuse(at, 'must be an https address (http is taken for this machine only)');
}

function refuse(field: string, rule: string): never {
  throw new BadSetting(`OIDC_FILE: ${field} ${rule}`);
}
