import { type Action, mayDo, mayDoUnsigned } from '@promise/identity';
import type { Frame } from './frame';

interface Item {
  readonly text: string;
  /** Below `/p/{partnership}`. */
  readonly path: string;
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
  work: { text: 'My work', path: '/my-work', action: 'work.read' },
  words: { text: 'What words mean', path: '/words', action: 'pages.read' },
} as const satisfies Record<string, Item>;

export type NavigationKey = keyof typeof ITEMS;

export interface Link {
  readonly key: NavigationKey;
  readonly text: string;
  readonly href: string;
}

/** The pages of the partnership that this person may open. */
export function navigationOf({ partnership, person }: Pick<Frame, 'partnership' | 'person'>): Link[] {
  if (!partnership) return [];
  const shown = (Object.entries(ITEMS) as [NavigationKey, Item][]).filter(([, { action }]) =>
    person ? mayDo(action, person.role) : mayDoUnsigned(action, partnership.publishes),
  );
  return shown.map(([key, { text, path }]) => ({ key, text, href: `/p/${partnership.id}${path}` }));
}
