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
    // Templates leave spaces at the ends of lines; nobody sees them.
    'no-trailing-whitespace': 'off',
  },
});

/** @throws where the document as it was sent is not valid HTML */
export async function checkHtml(html: string): Promise<void> {
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect(faults, 'html-validate').toEqual([]);
}

/** @throws where axe finds anything, best practices included */
export async function checkAccess(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect(faults, 'axe').toEqual([]);
}
