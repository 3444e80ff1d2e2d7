import { lookedWords } from './words';

const words = lookedWords();

/** What an inspector looked at, and the page of it, where it has one. */
export interface WhatWasRead {
  readonly text: string;
  readonly href: string | null;
  /** Asked for through the API. */
  readonly byProgram: boolean;
}

/**
 * @param path `/p/{partnership}/…` or `/api/v1/partnerships/{partnership}/…`
 * @param titles what milestones, plans and reviews are called, by id
 */
export function whatWasRead(path: string, titles: ReadonlyMap<string, string>): WhatWasRead {
  const byProgram = path.startsWith('/api/');
  const [partnership = '', ...parts] = path.split('/').slice(byProgram ? 4 : 2);
  const text = textOf(parts, titles);
  return text === null
    ? { text: path, href: byProgram ? null : path, byProgram }
    : { text, href: `/p/${partnership}${pageOf(parts, byProgram)}`, byProgram };
}

type InWords = (title: string) => string;

const OF_A_MILESTONE: Readonly<Record<string, InWords | undefined>> = {
  whole: words.milestone,
  history: words.history,
  evidence: words.evidence,
};

const OTHERS: Readonly<Record<string, InWords | undefined>> = { plans: words.plan, reviews: words.review };

function textOf(
  [kind = '', id, part = 'whole']: readonly string[],
  titles: ReadonlyMap<string, string>,
): string | null {
  if (id === undefined || kind === 'foundations') return words.pages[kind] ?? null;
  const inWords = kind === 'milestones' ? OF_A_MILESTONE[part] : OTHERS[kind];
  return inWords?.(titles.get(id) ?? id) ?? null;
}

/** The page that shows what a part of the API answers, as near as there is one. */
function pageOf(parts: readonly string[], byProgram: boolean): string {
  const [kind = '', id] = parts;
  if (!byProgram) return parts.map((part) => `/${part}`).join('');
  if (kind === 'inspector-reads') return '/who-has-looked';
  if (kind === 'milestones' && id === undefined) return '/timeline';
  return id === undefined ? `/${kind}` : `/${kind}/${id}`;
}
