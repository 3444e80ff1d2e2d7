import { test as base, type Page, type Response } from '@playwright/test';
import { checkAccess, checkHtml } from './checks';
import { sideways } from './geometry';
import { Colleague } from './colleague';
import { note } from './opened';
import type { Seeded } from './seed';

/** What tests read. They record nothing here, so that what is read stays as it was. */
export const BASE = '/p/north-lanarkshire';

/** What was recorded before the tests. */
export const seeded = JSON.parse(process.env.PAGES_SEEDED ?? '{}') as Seeded;

/** The pages as a person opens them. Whatever is opened here is checked; no page escapes. */
export class Site {
  /** What the browser complained of since the last page: refused scripts and styles, files that are missing. */
  private complaints: string[] = [];
  /** Pages that came, and that nobody checked yet. */
  private readonly unchecked = new Set<Response>();
  private twin: Page | null = null;

  constructor(
    readonly page: Page,
    private readonly runsScripts = true,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('response', (response) => {
      if (isPage(response) && isOurs(response.url())) this.unchecked.add(response);
    });
  }

  /** Opens a page by its address and checks it. */
  async open(path: string, status = 200): Promise<void> {
    const response = await this.page.goto(new URL(path, process.env.PAGES_ADDRESS).href);
    await this.check(response, status);
  }

  /** Does what leads to another site; how the way there begins on ours is noted. */
  async leave(act: () => Promise<unknown>): Promise<void> {
    const arrives = this.page.waitForResponse((response) => isPage(response) && !isOurs(response.url()));
    const loads = this.page.waitForEvent('load');
    await act();
    const response = await arrives;
    await loads;
    for (let asked = response.request().redirectedFrom(); asked; asked = asked.redirectedFrom()) {
      if (isOurs(asked.url()))
        note({ width: this.page.viewportSize()?.width ?? 0, path: new URL(asked.url()).pathname });
    }
    this.complaints = [];
  }

  /** Does what leads to another page, and checks that. */
  async follow(act: () => Promise<unknown>, status = 200): Promise<void> {
    const arrives = this.page.waitForResponse((response) => isPage(response) && isOurs(response.url()));
    const loads = this.page.waitForEvent('load');
    await act();
    const response = await arrives;
    // Read at once: a page that shows work goes away when that is over.
    const html = await response.text();
    await loads;
    await this.check(response, status, html);
  }

  /** Waits for the end of the work that the page shows: a script loads it again then, or else the person does. */
  async workEnds(title: string): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name: title });
    while (!this.runsScripts && !(await heading.isVisible())) {
      await this.follow(() => this.page.getByRole('link', { name: 'Look again' }).click());
    }
    // For as long as the test may take: it is the machine that makes the work long.
    await heading.waitFor();
    for (const response of this.unchecked) await this.check(response, 200);
  }

  /** The back button. */
  async back(): Promise<void> {
    await this.check(await this.page.goBack(), 200);
  }

  /** Checks the page as it has become since it was opened. */
  async look(): Promise<void> {
    if (this.runsScripts) await checkAccess(this.page, null);
    base.expect.soft(await this.page.evaluate(sideways), 'scrolls sideways').toEqual([]);
  }

  async signIn(role: RegExp): Promise<void> {
    await this.open('/sign-in');
    await this.follow(() => this.page.getByRole('button', { name: role }).click());
  }

  /** Says which pages were seen by nobody; the last thing to do. */
  async close(): Promise<void> {
    await this.twin?.context().close();
    base.expect([...this.unchecked].map((response) => response.url())).toEqual([]);
  }

  private async check(response: Response | null, status: number, read?: string): Promise<void> {
    if (!response) throw new Error(`${this.page.url()} came from nowhere`);
    this.unchecked.delete(response);
    base.expect(response.status(), this.page.url()).toBe(status);
    this.note(response);
    const html = read ?? (await response.text());
    await checkHtml(html);
    // axe is a script, which a page without scripts cannot run; one that has its own may be gone before axe has looked.
    const isApart = !this.runsScripts || html.includes('<script');
    await checkAccess(this.page, html, isApart ? () => this.inTwin(response.url(), html) : undefined);
    const shown = html.includes('<script') ? await this.inTwin(response.url(), html) : this.page;
    base.expect.soft(await shown.evaluate(sideways), 'scrolls sideways').toEqual([]);
    const complaints = this.complaints.filter((text) => !text.includes(`status of ${status}`));
    base.expect.soft(complaints, 'complaints of the browser').toEqual([]);
    this.complaints = [];
  }

  private note(response: Response): void {
    const width = this.page.viewportSize()?.width ?? 0;
    const asked = response.request();
    if (response.status() !== 200 || asked.method() !== 'GET') return;
    note({ width, path: new URL(asked.url()).pathname });
    const before = asked.redirectedFrom();
    // Whoever is sent to sign in has not seen the page that they asked for.
    if (before?.method() === 'GET' && !asked.url().includes('/sign-in')) {
      note({ width, path: new URL(before.url()).pathname });
    }
  }

  /** The page as it was sent, in a window of its own where scripts run and nobody is signed in. */
  private async inTwin(url: string, body: string): Promise<Page> {
    const viewport = this.page.viewportSize();
    const context = await this.page.context().browser()?.newContext({ viewport, javaScriptEnabled: true });
    if (!context) throw new Error('a page without a browser');
    await this.twin?.context().close();
    this.twin = await context.newPage();
    await this.twin.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await this.twin.goto(url);
    return this.twin;
  }
}

/** What a sign-in service shows on its own site is not ours to check. */
function isOurs(url: string): boolean {
  return new URL(url).origin === new URL(process.env.PAGES_ADDRESS ?? '').origin;
}

/** A page itself: not a file of it, not a download, not where a redirect starts. */
function isPage(response: Response): boolean {
  const type = response.headers()['content-type'] ?? '';
  const isRedirect = response.status() >= 300 && response.status() < 400;
  return response.request().isNavigationRequest() && type.startsWith('text/html') && !isRedirect;
}

interface Given {
  /** Somebody at their browser. */
  readonly site: Site;
  /** What colleagues of theirs record meanwhile. */
  readonly colleague: Colleague;
}

/** Tests get the site instead of a bare page. */
export const test = base.extend<Given>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from it that nothing else is needed
  colleague: async ({}, use) => use(new Colleague()),
  site: async ({ page, javaScriptEnabled }, use) => {
    const site = new Site(page, javaScriptEnabled);
    await use(site);
    await site.close();
  },
});

export const { expect } = base;
