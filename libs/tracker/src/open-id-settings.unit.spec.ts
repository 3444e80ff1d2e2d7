import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NO_OPEN_ID } from '@promise/identity';
import { readOpenIdSettings } from './open-id-settings';

const EXAMPLE = readFileSync(resolve(__dirname, '../../../docs/openid.example.json'), 'utf8');

describe('the file that OIDC_FILE names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'promise-openid-settings-'));
  const path = join(folder, 'openid.json');

  beforeAll(() => {
    writeFileSync(join(folder, 'council-secret'), 'a secret\n');
    writeFileSync(join(folder, 'inspectorate-secret'), 'another\n');
    writeFileSync(join(folder, 'nothing'), '\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What the settings are with this file, or why the start stops. */
  function read(text: string): ReturnType<typeof readOpenIdSettings> | string {
    writeFileSync(path, text);
    try {
      return readOpenIdSettings(path);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  it('need not be there', () => {
    expect(readOpenIdSettings(undefined)).toEqual(NO_OPEN_ID);
    expect(readOpenIdSettings('')).toEqual(NO_OPEN_ID);
  });

  it('is right as the documentation shows it', () => {
    expect(read(EXAMPLE)).toMatchObject({
      address: 'https://promise.example',
      providers: [
        { id: 'council', clientSecret: 'a secret', scopes: ['openid', 'profile'], groupsClaim: 'roles' },
        {
          id: 'inspectorate',
          clientSecret: 'another',
          groupsClaim: 'groups',
          roles: [{ role: 'inspector', days: 90 }],
        },
      ],
    });
  });

  it.each([
    [
      '"address": "https://promise.example"',
      '"address": "http://promise.example"',
      '/address must be an https address',
    ],
    ['promise.example"', 'promise.example/tracker"', '/address has no path'],
    ['"address": "https://promise.example",', '', "the file must have required property 'address'"],
    ['"providers": [', '"providers": [], "more": [', 'the file must not have more'],
    ['"id": "council"', '"id": "The council"', '/providers/0/id must match pattern'],
    ['"id": "inspectorate"', '"id": "council"', '/providers/1/id must be another one for each provider'],
    ['https://login', 'ftp://login', '/providers/0/issuer must be an https address'],
    ['"clientId": "promise-tracker",', '', "/providers/1 must have required property 'clientId'"],
    ['"council-secret"', '"missing"', '/providers/0/clientSecretFile cannot be read: '],
    ['"council-secret"', '"nothing"', '/providers/0/clientSecretFile must not be empty'],
    ['"clientSecretFile": "council-secret",', '', '/providers/0 must have either clientSecretFile or clientSecret'],
    ['"clientSecretFile": "c', '"clientSecret": "x", "clientSecretFile": "c', '/providers/0 must have either'],
    ['"role": "worker"', '"role": "king"', '/providers/0/roles/0/role must be one of worker, lead, board'],
    ['"role": "worker"', '"role": "operator"', '/providers/0/roles/0/role must be one of worker, lead, board'],
    [', "days": 90', '', '/providers/1/roles/0/days must say for how many days an inspector is let in'],
    ['"days": 90', '"days": 0', '/providers/1/roles/0/days must be >= 1'],
    ['"openid", "profile", "groups"', '"profile"', '/providers/1/scopes must contain openid'],
    ['{', '', 'the file must be JSON'],
  ])('stops the start where it says, instead of %s, %s', (right, wrong, sentence) => {
    expect(EXAMPLE).toContain(right);
    expect(read(EXAMPLE.replace(right, wrong))).toContain(`OIDC_FILE: ${sentence}`);
  });

  it('stops the start where it is missing', () => {
    expect(() => readOpenIdSettings(join(folder, 'not-there'))).toThrow('OIDC_FILE: the file cannot be read: ');
  });
});
