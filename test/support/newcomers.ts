import { mainFormOf } from './html-form';
import type { RunningTracker } from './running-tracker';
import { textOf, type Visited, Visitor } from './visitor';

const PEOPLE = '/p/north-lanarkshire/people';

export const PASSWORD = 'three quiet otters';

/** People who are invited, choose how to sign in, and sign in. */
export class Newcomers {
  private constructor(
    private readonly running: RunningTracker,
    readonly administrator: Visitor,
  ) {}

  static async to(running: RunningTracker): Promise<Newcomers> {
    return new Newcomers(running, await Visitor.signedIn(running, 'administrator'));
  }

  /** Invites somebody and returns the address of their link. */
  async invite(name: string, role = 'board'): Promise<string> {
    const { administrator } = this;
    return linkIn(await administrator.fill(await administrator.get(PEOPLE), { name, role }));
  }

  /** Takes a link up and returns whoever is signed in then. */
  async takeUp(link: string, signInName: string, password = PASSWORD): Promise<Visitor> {
    const visitor = new Visitor(this.running);
    const answer = await visitor.fill(await visitor.get(link), { signInName, password });
    if (answer.status !== 303) throw new Error(`${answer.status}: ${textOf(answer.html)}`);
    return visitor;
  }

  /** Sends the sign-in form from a browser of its own. */
  async signIn(signInName: string, password = PASSWORD, to = '/'): Promise<[Visitor, Visited]> {
    const visitor = new Visitor(this.running);
    const page = await visitor.get(`/sign-in?to=${encodeURIComponent(to)}`);
    return [visitor, await visitor.send(mainFormOf(page.html), { signInName, password }, page.address)];
  }

  /** A new link for somebody who is known under this name. */
  async newLink(name: string): Promise<string> {
    const { administrator } = this;
    const own = new RegExp(`href="([^"]+)">${name}`).exec((await administrator.get(PEOPLE)).html)?.[1] ?? '';
    const page = await administrator.get(own);
    return linkIn(await administrator.send(mainFormOf(page.html, `${own}/link`), {}, own));
  }
}

function linkIn(page: Visited): string {
  const link = /welcome\?link=[\w-]{43}/.exec(page.html)?.[0];
  if (!link) throw new Error(textOf(page.html));
  return `/${link}`;
}
