import { attribute } from './html-form';

/** A browser at the provider: follows redirects, keeps cookies, signs in and agrees, until it is sent back. */
export class ProviderVisitor {
  private readonly cookies = new Map<string, string>();

  /** @param backTo where the provider sends people back to */
  constructor(private readonly backTo: string) {}

  /** Opens the address as this person. @returns path and query of where the provider sends them back to */
  async signIn(address: string, person: string): Promise<string> {
    let answer = await this.ask(address);
    for (let steps = 0; steps < 20; steps += 1) {
      const location = answer.headers.get('location');
      if (location !== null) {
        const next = new URL(location, answer.url);
        if (next.href.startsWith(this.backTo)) return `${next.pathname}${next.search}`;
        answer = await this.ask(next.href);
      } else answer = await this.send(answer, await answer.text(), person);
    }
    throw new Error(`the provider never sent ${person} back`);
  }

  /** Gives up on the way: follows the link of the page that says so. */
  async giveUp(address: string): Promise<string> {
    const first = await this.ask(address);
    const page = await this.ask(new URL(first.headers.get('location') ?? '', first.url).href);
    const abort = /href="([^"]*\/abort)"/.exec(await page.text())?.[1] ?? '';
    const resumed = await this.ask(new URL(abort, page.url).href);
    const back = await this.ask(new URL(resumed.headers.get('location') ?? '', resumed.url).href);
    const { pathname, search } = new URL(back.headers.get('location') ?? '');
    return `${pathname}${search}`;
  }

  private send(page: Response, html: string, person: string): Promise<Response> {
    const form = /<form [^>]*>/.exec(html)?.[0];
    if (form === undefined) throw new Error(`no form at ${page.url}: ${html.slice(0, 2_000)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const fields = new URLSearchParams({ prompt, login: person, password: 'any' });
    return this.ask(new URL(attribute(form, 'action') ?? '', page.url).href, { method: 'POST', body: fields });
  }

  private async ask(address: string, options: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(address, { ...options, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
