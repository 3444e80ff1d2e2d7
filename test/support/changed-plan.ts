import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PLANS = resolve(__dirname, '../../plans');

/** Paths of the real files that the tests of the command line import. */
export const PARTNERSHIP = join(PLANS, 'north-lanarkshire/partnership.json');
export const PLAN = join(PLANS, 'north-lanarkshire/corporate-parenting-improvement-plan-2019-22.json');

/** Writes a changed copy of the real plan into a folder and returns its path. */
export function changedPlan(folder: string, change: (plan: any) => void): string {
  const path = join(folder, 'changed.json');
  writeFileSync(path, changedPlanFile(change));
  return path;
}

/** A changed copy of the real plan, as a file. */
export function changedPlanFile(change: (plan: any) => void): Buffer {
  const plan: unknown = JSON.parse(readFileSync(PLAN, 'utf8'));
  change(plan);
  return Buffer.from(JSON.stringify(plan, null, 2));
}
