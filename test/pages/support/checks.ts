import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

/** The rules of html-validate that pages do not follow, each with its reason. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Preact writes `<br/>`; both forms are HTML.
    'void-style': 'off',
    // Titles name the page, the partnership and the site, so that tabs and bookmarks tell pages apart.
    'long-title': 'off',
    // Checkboxes of one question share a name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

/** Off by default in axe, although WCAG 2.2 AA asks for it. */
const ALSO = { 'target-size': { enabled: true } };

/** Fails the test where the document as it was sent is not valid HTML; the test goes on. */
export async function checkHtml(html: string): Promise<void> {
  await unlessFoundRight(['html', known(html)], async () => {
    const report = await validator.validateString(html);
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect.soft(faults, 'html-validate').toEqual([]);
    return faults.length === 0;
  });
}

/**
 * Fails the test where axe finds anything, best practices included; the test goes on.
 * @param html the page as it was sent; null where somebody has done something on it since
 * @param apart the same page in a window of its own, where axe cannot look at it here
 */
export async function checkAccess(page: Page, html: string | null, apart?: () => Promise<Page>): Promise<void> {
  const forced = !apart && (await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
  const look = async (): Promise<boolean> => lookedAtByAxe(apart ? await apart() : page, forced);
  const width = page.viewportSize()?.width ?? 0;
  if (html === null) await look();
  else await unlessFoundRight(['axe', width, forced, known(html)], look);
}

async function lookedAtByAxe(page: Page, forced: boolean): Promise<boolean> {
  // The reader's system chooses the colours then; axe reads those of the page, which nobody sees.
  const without = forced ? { 'color-contrast': { enabled: false } } : {};
  const axe = new AxeBuilder({ page }).options({ rules: { ...ALSO, ...without }, resultTypes: ['violations'] });
  // Pages have no frames, so axe need not open a second page to join what it found in several.
  const { violations } = await axe.setLegacyMode().analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect.soft(faults, 'axe').toEqual([]);
  return faults.length === 0;
}

/** A document that was found right is not looked at again in the same run: many tests pass the same pages. */
async function unlessFoundRight(what: readonly unknown[], look: () => Promise<boolean>): Promise<void> {
  const mark = join(process.env.PAGES_FOUND_RIGHT ?? '', createHash('sha256').update(what.join('\n')).digest('hex'));
  if (existsSync(mark)) return;
  if (await look()) writeFileSync(mark, '');
}

/** The document without what is another each time: ids, tokens and the moment. */
function known(html: string): string {
  return html
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/name="_csrf" value="[^"]*"/g, 'csrf')
    .replace(/\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d(:|%3A)[\d.]+Z/g, 'moment')
    .replace(/As recorded on [^<]*/g, 'recorded');
}
