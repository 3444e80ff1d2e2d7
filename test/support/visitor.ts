import request, { type Response, type Test } from 'supertest';
import { type FilledIn, type HtmlForm, mainFormOf } from './html-form';
import type { RoleName, RunningTracker } from './running-tracker';

const PARTNERSHIP = '/p/north-lanarkshire/';

/** A page as a browser gets it. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** Where the browser is sent, or empty. */
  readonly location: string;
  /** Address that it was asked for. */
  readonly address: string;
}

/** A browser without JavaScript, with its cookies. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly running: RunningTracker) {}

  /** Signs in with the token of a demonstration person. */
  static async signedIn(running: RunningTracker, role: RoleName): Promise<Visitor> {
    const visitor = new Visitor(running);
    await visitor.signIn(role);
    return visitor;
  }

  async signIn(role: RoleName): Promise<void> {
    const page = await this.get('/sign-in');
    const form = mainFormOf(page.html, 'name="token"');
    const answer = await this.send(form, { token: this.running.token[role] }, page.address);
    if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
  }

  /** Forgets its session, as a session that has ended is forgotten on the other side. */
  async endSession(): Promise<void> {
    await this.running.tracker.sessions.close(this.sessionToken);
  }

  /** What its cookie says; empty where it has none. */
  get sessionToken(): string {
    return this.cookies.get('session') ?? '';
  }

  /** Reads no older than what any caller of this test last wrote. */
  async get(path: string): Promise<Visited> {
    const address = path.startsWith('/') ? path : `${PARTNERSHIP}${path}`;
    const { position } = this.running.last;
    const call = this.getting(address);
    return this.visited(address, await (position === null ? call : call.set('Read-After', position)));
  }

  /** Fills in the form of a page and sends it, by one of its buttons where one is named. */
  async fill(page: Visited, answers: FilledIn = {}, button: FilledIn = {}): Promise<Visited> {
    return this.send(mainFormOf(page.html), { ...answers, ...button }, page.address);
  }

  /** Fills in the questions and records the answers. */
  async record(path: string, answers: FilledIn): Promise<Visited> {
    const check = await this.fill(await this.get(path), answers);
    if (check.status !== 200) throw new Error(`${path} answered ${check.status}: ${textOf(check.html)}`);
    return this.fill(check);
  }

  async send(form: HtmlForm, answers: FilledIn, address: string): Promise<Visited> {
    const action = form.action === '' ? address : form.action;
    const fields = { ...form.fields, ...answers };
    const call = this.posting(action);
    return this.visited(
      action,
      await (form.withFile ? inParts(call, fields) : call.type('form').send(encoded(fields))),
    );
  }

  /** A get that is not sent yet. */
  getting(address: string): Test {
    return request(this.running.server).get(address).set('Cookie', this.cookie());
  }

  /** A post from a page of this site, without a body yet. */
  posting(action: string): Test {
    const call = request(this.running.server).post(action).set('Cookie', this.cookie());
    return call.set('Sec-Fetch-Site', 'same-origin');
  }

  visited(address: string, response: Response): Visited {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const { location = '' } = response.headers;
    return { status: response.status, html: response.text, location, address };
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** The words of a page, without its marks. */
export function textOf(html: string): string {
  return html
    .replace(/<(head|style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function inParts(call: Test, fields: FilledIn): Test {
  for (const [name, value] of Object.entries(fields)) {
    if (Buffer.isBuffer(value)) void call.attach(name, value, { filename: 'Bericht – final.pdf' });
    else for (const each of [value].flat()) void call.field(name, each);
  }
  return call;
}

function encoded(fields: FilledIn): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each.toString()]),
  );
  return new URLSearchParams(pairs).toString();
}
