import type { Page } from '@playwright/test';

/** Presses Tab until the thing with this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never reached ${name.source}`);
}

/** The name of what has the focus; of a field of a group, after the name of the group. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const text = (element: Element | null | undefined): string => element?.textContent.trim() ?? '';
    const [label] = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? (at.labels ?? []) : [];
    if (label) return `${text(at?.closest('fieldset')?.querySelector('legend'))} ${text(label)}`.trim();
    return at?.getAttribute('aria-label') ?? text(at);
  });
}

/** Whether what has the focus shows that it has, within the window. */
export function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return false;
    const field = at.querySelector('.tp-field');
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const inside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    const style = getComputedStyle(at);
    const marked = field
      ? getComputedStyle(field).stroke !== 'none'
      : style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    return inside && marked;
  });
}
