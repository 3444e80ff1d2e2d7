import type { Page } from '@playwright/test';
import { expect, type Site } from './site';

export const WORKER = /development worker/;

/** A day in the three number fields of a question. */
export async function day(
  page: Page,
  question: string,
  [date, month, year]: readonly [number, number, number],
): Promise<void> {
  const group = page.getByRole('group', { name: question });
  await group.getByLabel('Day').fill(String(date));
  await group.getByLabel('Month').fill(String(month));
  await group.getByLabel('Year').fill(String(year));
}

/** Ticks a box or picks a choice by its label, as people do: what is seen is the label's. */
export async function tick(page: Page, label: string): Promise<void> {
  await page.locator('label', { hasText: new RegExp(`^${label}`) }).click();
}

/** Goes on to the answers. */
export async function goOn(site: Site, status = 200): Promise<void> {
  await site.follow(() => site.page.getByRole('button', { name: 'Check your answers' }).click(), status);
}

/** Goes on to the answers, and records them; both pages are checked on the way. */
export async function record(site: Site): Promise<void> {
  await goOn(site);
  await expect(site.page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await recordIt(site);
}

/** Records the answers that are shown. */
export async function recordIt(site: Site, button = 'Record it'): Promise<void> {
  await site.follow(() => site.page.getByRole('button', { name: button }).click());
  await expect(site.page.getByRole('status')).toHaveText('It is recorded.');
}

/** From the story of a milestone to one of its forms. */
export async function choose(site: Site, form: string): Promise<void> {
  await site.follow(() => site.page.getByRole('link', { name: form, exact: true }).click());
}

/** How often the history of the milestone that is shown says this. */
export async function timesOnRecord(site: Site, text: string): Promise<number> {
  await site.follow(() => site.page.getByRole('link', { name: 'Everything on record about this milestone' }).click());
  return site.page.locator('.pt-history > li').filter({ hasText: text }).count();
}
