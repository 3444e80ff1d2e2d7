import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { OpenIdProvider, type ProviderClaims } from './openid-provider';
import { ProviderVisitor } from './provider-visitor';
import { type RunningTracker, runningTracker } from './running-tracker';
import { textOf, type Visited, Visitor } from './visitor';

/** Where people open the tracker, as the provider knows it. */
export const TRACKER = 'http://localhost:3999';
export const BACK = `${TRACKER}/sign-in/with/council/back`;

const ROLES = [
  { group: 'promise-workers', partnership: 'north-lanarkshire', role: 'worker' },
  { group: 'promise-workers', partnership: 'south-lanarkshire', role: 'board' },
  { group: 'promise-inspectors', partnership: 'north-lanarkshire', role: 'inspector', days: 30 },
  { group: 'promise-administrators', partnership: 'north-lanarkshire', role: 'administrator' },
  { group: 'promise-elsewhere', partnership: 'east-of-nowhere', role: 'worker' },
];

/** A line of the security log. */
interface Note {
  readonly security: string;
  readonly kind?: string;
}

/** A browser that has come back from the provider with an answer, and has not handed it in yet. */
interface Answered {
  readonly visitor: Visitor;
  /** Path and query of where it was sent back to. */
  readonly back: string;
}

/** A running tracker whose people sign in at a council's provider. */
export class Council {
  private constructor(
    readonly running: RunningTracker,
    readonly provider: OpenIdProvider,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Council> {
    const folder = mkdtempSync(join(tmpdir(), 'promise-openid-'));
    const provider = await OpenIdProvider.start(TRACKER);
    const environment = { OIDC_FILE: provider.settingsIn(folder, TRACKER, ROLES) };
    return new Council(await runningTracker({ environment }), provider, folder);
  }

  /** Signs in at the provider, up to the way back. */
  async answered(person: string, claims: ProviderClaims, to = '/'): Promise<Answered> {
    await this.provider.knows(person, claims);
    const visitor = new Visitor(this.running);
    const started = await visitor.get(`/sign-in/with/council?to=${encodeURIComponent(to)}`);
    if (started.status !== 303) throw new Error(textOf(started.html));
    return { visitor, back: await new ProviderVisitor(BACK).signIn(started.location, person) };
  }

  async arrives(person: string, claims: ProviderClaims, to?: string): Promise<[Visitor, Visited]> {
    const { visitor, back } = await this.answered(person, claims, to);
    return [visitor, await visitor.get(back)];
  }

  /** How many events there are. */
  async events(): Promise<number> {
    return (await this.running.tracker.store.readAll(null, 10_000)).length;
  }

  /** Whose identity this is here, or null. */
  personOf(subject: string): Promise<string | null> {
    return this.running.tracker.openId.identities.personOf({ issuer: this.provider.issuer, subject });
  }

  /** What the security log says since so many lines. */
  noted(from: number): Note[] {
    const lines = this.running.logged.slice(from).map((line) => JSON.parse(line) as Partial<Note>);
    return lines.filter((line): line is Note => line.security !== undefined);
  }

  /** Lets the time pass that the database keeps. */
  async inDatabase(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.running.databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.provider.stop();
    rmSync(this.folder, { recursive: true });
  }
}
