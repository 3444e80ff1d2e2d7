import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v5 } from 'uuid';
import type { Person, Role } from './roles';
import { digestOf, newSecret } from './secret';

/** The roles that have a demonstration person, until people sign in with accounts of their own. */
export const DEMONSTRATION_ROLES = ['worker', 'lead', 'board', 'approver', 'inspector', 'administrator'] as const;

type SignIn = Readonly<Record<(typeof DEMONSTRATION_ROLES)[number], { readonly token: string }>>;

const NAMESPACE = '1f0e4f3a-94a8-5d36-8f0c-0c3d4b1a6e55';

/** People made up for trying the tracker out, one for each role, each with a bearer token made at random. */
export class DemonstrationPeople {
  private readonly people: ReadonlyMap<string, Person>;

  private constructor(signIn: SignIn | null) {
    const roles = signIn ? DEMONSTRATION_ROLES : [];
    this.people = new Map(roles.map((role) => [keyOf(signIn?.[role].token ?? ''), demonstrationPerson(role)]));
  }

  /**
   * Reads `sign-in.json` of the data folder, or makes it on the first start, readable by its owner only.
   * @throws SyntaxError when the file is there and is no JSON
   */
  static of(dataDir: string): DemonstrationPeople {
    const path = join(dataDir, 'sign-in.json');
    if (!existsSync(path)) write(path);
    return new DemonstrationPeople(JSON.parse(readFileSync(path, 'utf8')) as SignIn);
  }

  /** Nobody: for production, where demonstration people are refused. */
  static none(): DemonstrationPeople {
    return new DemonstrationPeople(null);
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.people.size > 0;
  }

  /** The person of this role, or null. */
  inRole(role: string): Person | null {
    return [...this.people.values()].find(({ roles }) => roles.some((each) => each === role)) ?? null;
  }

  /** The person with this id, or null. */
  withId(id: string): Person | null {
    return [...this.people.values()].find((person) => person.id === id) ?? null;
  }

  /** Who has this token, or null. Looked up by digest, so that timing says nothing about a token. */
  withToken(token: string): Person | null {
    return this.people.get(keyOf(token)) ?? null;
  }
}

function demonstrationPerson(role: Role): Person {
  return { id: v5(`demonstration ${role}`, NAMESPACE), roles: [role] };
}

function newSignIn(): SignIn {
  const entries = DEMONSTRATION_ROLES.map((role) => [role, { token: newSecret() }]);
  return Object.fromEntries(entries) as SignIn;
}

function write(path: string): void {
  const temporary = `${path}.${String(process.pid)}`;
  writeFileSync(temporary, `${JSON.stringify(newSignIn(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(temporary, path);
}

function keyOf(token: string): string {
  return digestOf(token).toString('hex');
}
