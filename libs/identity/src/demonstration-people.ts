import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v5 } from 'uuid';
import type { Person, Role } from './roles';
import { digestOf, newSecret } from './secret';

/** The roles that have a demonstration person. */
export const DEMONSTRATION_ROLES = ['worker', 'lead', 'board', 'approver', 'inspector', 'administrator'] as const;

type DemonstrationRole = (typeof DEMONSTRATION_ROLES)[number];

/** By what the demonstration person of a role signs in. */
export interface DemonstrationSignIn {
  /** For programs, and for the sign-in page. */
  readonly token: string;
  readonly signInName: string;
  readonly password: string;
}

/** What `sign-in.json` holds. */
export type DemonstrationSignIns = Readonly<Record<DemonstrationRole, DemonstrationSignIn>>;

/** As it was when there were tokens alone. */
type Kept = Readonly<Partial<Record<DemonstrationRole, Partial<DemonstrationSignIn>>>>;

const FILE = 'sign-in.json';

/** 96 bits. */
const PASSWORD_LETTERS = 16;

/** How the sign-in names begin; nobody else may have one like it. */
export const DEMONSTRATION_NAME = 'demonstration-';

const NAMESPACE = '1f0e4f3a-94a8-5d36-8f0c-0c3d4b1a6e55';

/** People made up for trying the tracker out, one for each role, each with a name, a password and a bearer token made at random. */
export class DemonstrationPeople {
  /** By the digest of a token, or of a name and a password. */
  private readonly people: ReadonlyMap<string, Person>;

  private constructor(signIns: Partial<DemonstrationSignIns>) {
    const roles = DEMONSTRATION_ROLES.filter((role) => signIns[role] !== undefined);
    this.people = new Map(
      roles.flatMap((role) => {
        const person = demonstrationPerson(role);
        return keysOf(signIns[role]).map((key) => [key, person] as const);
      }),
    );
  }

  /**
   * Reads `sign-in.json` of the data folder, or makes it on the first start, readable by its owner only. One that has
   * tokens alone gets names and passwords.
   * @throws SyntaxError when the file is there and is no JSON
   */
  static of(dataDir: string): DemonstrationPeople {
    const path = join(dataDir, FILE);
    if (!existsSync(path)) make(path, completed({}));
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    const signIns = completed(kept);
    if (JSON.stringify(kept) !== JSON.stringify(signIns)) write(path, signIns);
    return new DemonstrationPeople(signIns);
  }

  /** Nobody: for production, where demonstration people are refused. */
  static none(): DemonstrationPeople {
    return new DemonstrationPeople({});
  }

  /** Whether a data folder has some, whoever may use them. */
  static lieIn(dataDir: string): boolean {
    return existsSync(join(dataDir, FILE));
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

  /** Who has this name and password, or null; looked up in the same way. */
  withPassword(signInName: string, password: string): Person | null {
    return this.people.get(keyOf(`${signInName}\n${password}`)) ?? null;
  }
}

function demonstrationPerson(role: Role): Person {
  return { id: v5(`demonstration ${role}`, NAMESPACE), roles: [role] };
}

/** What is there stays. The password comes of the token, so that servers which start together make the same. */
function completed(kept: Kept): DemonstrationSignIns {
  return everyRole((role) => {
    const token = kept[role]?.token ?? newSecret();
    const password = createHmac('sha256', token).update('password').digest('base64url').slice(0, PASSWORD_LETTERS);
    return { signInName: `${DEMONSTRATION_NAME}${role}`, password, ...kept[role], token };
  });
}

function everyRole<Value>(of: (role: DemonstrationRole) => Value): Readonly<Record<DemonstrationRole, Value>> {
  const entries = DEMONSTRATION_ROLES.map((role) => [role, of(role)]);
  return Object.fromEntries(entries) as Record<DemonstrationRole, Value>;
}

/** Of servers that start together, one makes the file, and the others read that one. */
function make(path: string, signIns: DemonstrationSignIns): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = writeBeside(path, signIns);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
}

function write(path: string, signIns: DemonstrationSignIns): void {
  renameSync(writeBeside(path, signIns), path);
}

function writeBeside(path: string, signIns: DemonstrationSignIns): string {
  // Not the process's id: that of a server in another container, or of one that was broken off, may be the same.
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return temporary;
}

function keysOf(signIn: DemonstrationSignIn | undefined): string[] {
  return signIn ? [keyOf(signIn.token), keyOf(`${signIn.signInName}\n${signIn.password}`)] : [];
}

function keyOf(token: string): string {
  return digestOf(token).toString('hex');
}
