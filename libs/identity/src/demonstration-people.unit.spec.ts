import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMONSTRATION_ROLES, DemonstrationPeople, type DemonstrationSignIns } from './demonstration-people';

describe('demonstration people', () => {
  let folder: string;
  const path = (): string => join(folder, 'sign-in.json');
  const read = (): DemonstrationSignIns => JSON.parse(readFileSync(path(), 'utf8')) as DemonstrationSignIns;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'promise-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are made with a token, a name and a password each, for the owner of the file alone', () => {
    const people = DemonstrationPeople.of(folder);
    const signIns = Object.values(read());
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(Object.keys(read())).toEqual([...DEMONSTRATION_ROLES]);
    expect(new Set(signIns.flatMap(({ token, password }) => [token, password])).size).toBe(12);
    for (const role of DEMONSTRATION_ROLES) {
      const { token, signInName, password } = read()[role];
      expect(password).toMatch(/^[\w-]{16}$/);
      expect(people.withToken(token)?.roles).toEqual([role]);
      expect(people.withPassword(signInName, password)).toBe(people.withToken(token));
      expect(people.withPassword(signInName, token)).toBeNull();
    }
    expect(people.withPassword(read().worker.signInName, read().board.password)).toBeNull();
  });

  it('are made where their folder is not there yet', () => {
    expect(DemonstrationPeople.of(join(folder, 'new', 'data')).any).toBe(true);
  });

  it('are made where a server that has gone, or one in another container, began to with the same process id', () => {
    writeFileSync(`${path()}.${process.pid}`, '');
    expect(DemonstrationPeople.of(folder).any).toBe(true);
  });

  it('of a folder that has tokens alone get names and passwords, the same at every server, and keep the tokens', () => {
    const old = Object.fromEntries(DEMONSTRATION_ROLES.map((role) => [role, { token: `${role}-`.padEnd(43, 'x') }]));
    writeFileSync(path(), JSON.stringify(old));
    const people = DemonstrationPeople.of(folder);
    const first = read();
    expect(first.worker.token).toBe(old.worker?.token);
    expect(people.withPassword('demonstration-worker', first.worker.password)?.roles).toEqual(['worker']);
    writeFileSync(path(), JSON.stringify(old));
    DemonstrationPeople.of(folder);
    expect(read()).toEqual(first);
  });

  it('are nobody in production', () => {
    DemonstrationPeople.of(folder);
    const { token, signInName, password } = read().administrator;
    const nobody = DemonstrationPeople.none();
    expect([nobody.any, nobody.withToken(token), nobody.withPassword(signInName, password)]).toEqual([
      false,
      null,
      null,
    ]);
  });
});
