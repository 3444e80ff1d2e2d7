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
    // Templates leave spaces at the ends of lines; nobody sees them.
    'no-trailing-whitespace': 'off',
  },
});

/** Fails the test where the document as it was sent is not valid HTML; the test goes on. */
export async function checkHtml(html: string): Promise<void> {
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect.soft(faults, 'html-validate').toEqual([]);
}

/** Fails the test where axe finds anything, best practices included; the test goes on. */
export async function checkAccess(page: Page): Promise<void> {
  const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  // The reader's system chooses the colours then; axe reads those of the page, which nobody sees.
  const without = forced ? ['color-contrast'] : [];
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect.soft(faults, 'axe').toEqual([]);
}
