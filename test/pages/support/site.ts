import { test as base, type Page, type Response } from '@playwright/test';
import { checkAccess, checkHtml } from './checks';
import { sideways } from './geometry';
import type { Seeded } from './seed';

export const BASE = '/p/north-lanarkshire';

/** What was recorded before the tests. */
export const seeded = JSON.parse(process.env.PAGES_SEEDED ?? '{}') as Seeded;

/** The pages as a person opens them. Whatever is opened here is checked; no page escapes. */
export class Site {
  /** What the browser complained of: refused scripts and styles, files that are missing. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly runsScripts = true,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Opens a page by its address and checks it. */
  async open(path: string, status = 200): Promise<void> {
    const response = await this.page.goto(new URL(path, process.env.PAGES_ADDRESS).href);
    await this.check(response, status);
  }

  /** Does what leads to another page, and checks that. */
  async follow(act: () => Promise<unknown>, status = 200): Promise<void> {
    const arrives = this.page.waitForResponse(
      (answer) => answer.request().isNavigationRequest() && (answer.status() < 300 || answer.status() >= 400),
    );
    await act();
    const response = await arrives;
    await this.page.waitForLoadState('load');
    await this.check(response, status);
  }

  /** axe is a script: a page without scripts is shown to it in a window that has them, as it was sent. */
  private async checkAccess(response: Response | null): Promise<void> {
    if (this.runsScripts || !response) {
      await checkAccess(this.page);
      return;
    }
    const body = await response.text();
    const viewport = this.page.viewportSize();
    const context = await this.page.context().browser()?.newContext({ viewport, javaScriptEnabled: true });
    const twin = await context?.newPage();
    await twin?.route(response.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await twin?.goto(response.url());
    if (twin) await checkAccess(twin);
    await context?.close();
  }

  async signIn(role: RegExp): Promise<void> {
    await this.open('/sign-in');
    await this.follow(() => this.page.getByRole('button', { name: role }).click());
  }

  private async check(response: Response | null, status: number): Promise<void> {
    base.expect(response?.status(), this.page.url()).toBe(status);
    // A browser without a network answers nothing.
    if (response) await checkHtml(await response.text());
    await this.checkAccess(response);
    base.expect.soft(await this.page.evaluate(sideways), 'scrolls sideways').toEqual([]);
    base.expect.soft(this.complaints.filter((text) => !text.includes(`status of ${status}`))).toEqual([]);
  }
}

/** Tests get the site instead of a bare page. */
export const test = base.extend<{ site: Site }>({
  site: async ({ page, javaScriptEnabled }, use) => use(new Site(page, javaScriptEnabled)),
});

export const { expect } = base;
