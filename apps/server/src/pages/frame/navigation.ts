import { type Action, mayDo, mayDoUnsigned } from '@promise/identity';
import type { Frame } from './frame';

interface Item {
  readonly text: string;
  /** Below `/p/{partnership}`, unless it is about the whole tracker. */
  readonly path: string;
  readonly whole?: true;
  /** Shown to those who may do this. */
  readonly action: Action;
}

const ITEMS = {
  front: { text: 'How we are doing', path: '', action: 'timeline.read' },
  timeline: { text: 'Timeline', path: '/timeline', action: 'timeline.read' },
  plans: { text: 'Plans', path: '/plans', action: 'plans.read' },
  compare: { text: 'What changed', path: '/compare', action: 'compare.read' },
  trail: { text: 'Trail', path: '/trail', action: 'trail.read' },
  report: { text: 'Report', path: '/report', action: 'report.read' },
  reviews: { text: 'Reviews', path: '/reviews', action: 'reviews.read' },
  work: { text: 'My work', path: '/my-work', action: 'work.read' },
  approvals: { text: 'Approvals', path: '/approvals', action: 'approvals.read' },
  people: { text: 'People and roles', path: '/people', action: 'people.read' },
  looked: { text: 'Who has looked', path: '/who-has-looked', action: 'inspector-reads.read' },
  settings: { text: 'Settings', path: '/settings', action: 'settings.read' },
  import: { text: 'Import a plan', path: '/import', action: 'plans.import' },
  rebuild: { text: 'Rebuild', path: '/rebuild', action: 'read-models.rebuild', whole: true },
  words: { text: 'What words mean', path: '/words', action: 'pages.read' },
} as const satisfies Record<string, Item>;

export type NavigationKey = keyof typeof ITEMS;

export interface Link {
  readonly key: NavigationKey;
  readonly text: string;
  readonly href: string;
}

/** The pages of the partnership, and of the whole tracker, that this person may open. */
export function navigationOf({ partnership, person }: Pick<Frame, 'partnership' | 'person'>): Link[] {
  const shown = (Object.entries(ITEMS) as [NavigationKey, Item][]).filter(
    ([, { action, whole }]) =>
      (whole ?? partnership !== null) &&
      (person ? mayDo(action, person.roles) : mayDoUnsigned(action, partnership?.publishes ?? [])),
  );
  const below = partnership ? `/p/${partnership.id}` : '';
  return shown.map(([key, { text, path, whole }]) => ({ key, text, href: whole ? path : `${below}${path}` }));
}
