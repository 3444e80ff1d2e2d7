import { allOpened } from './support/opened';
import { pageRoutes, routeOf } from './support/routes';
import { expect, test } from '@playwright/test';

/** What most people see most of the time. */
const MAIN_ROUTES = [
  '/p/:partnership',
  '/p/:partnership/timeline',
  '/p/:partnership/milestones/:id',
  '/p/:partnership/plans',
  '/p/:partnership/my-work',
];

/** Runs when all other tests have run. */
test('no page of the server has escaped: each was opened and checked, on a phone and on a desk', () => {
  const routes = pageRoutes();
  const opened = new Set(allOpened().map(({ width, path }) => `${width} ${routeOf(path, routes) ?? path}`));
  const wanted = [320, 1280].flatMap((width) => routes.map((route) => `${width} ${route}`));
  const main = [375, 1920].flatMap((width) => MAIN_ROUTES.map((route) => `${width} ${route}`));
  expect(routes).toEqual(expect.arrayContaining(MAIN_ROUTES));
  expect([...wanted, ...main].filter((each) => !opened.has(each))).toEqual([]);
});
