import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { CHECKOUT } from './compose-file';
import { readDockerfile } from './dockerfile';

const { text, from, copied, user } = readDockerfile();

const MADE = ['node_modules', 'dist'];
const READ_BY_THE_BUILD = [
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'apps',
  'libs',
];

describe('the Dockerfile', () => {
  it('has nothing that the linter finds', () => {
    expect(validate(text)).toEqual([]);
  });

  it('builds and runs on the same exact release of Node 24', () => {
    expect(from).toHaveLength(2);
    expect(from[0]).toMatch(/^node:24\.\d+-bookworm-slim AS build$/);
    expect(from[1]).toBe(from[0]?.replace(' AS build', ''));
  });

  it('ends with an ordinary user, who owns nothing of what runs', () => {
    expect(user).toEqual(['node']);
    expect(text).not.toMatch(/--chown|^ADD /m);
  });

  it('names what goes into it one by one, and it is there or made by the build', () => {
    expect(copied).toEqual(expect.arrayContaining(MADE));
    const taken = copied.filter((path) => !MADE.includes(path));
    expect(taken.filter((path) => !existsSync(join(CHECKOUT, path)))).toEqual([]);
  });

  it('is given what it takes and what the build reads, and nothing else, so that no secret can slip in', () => {
    const lines = readFileSync(join(CHECKOUT, '.dockerignore'), 'utf8').split('\n');
    const [all, ...named] = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(all).toBe('*');
    const taken = copied.filter((path) => !MADE.includes(path));
    expect(named.sort()).toEqual([...taken, ...READ_BY_THE_BUILD].map((path) => `!${path}`).sort());
  });
});
