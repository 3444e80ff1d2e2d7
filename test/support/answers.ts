import type { FilledIn } from './html-form';

/** A day in the three number fields of a form. */
export function day(name: string, [date, month, year]: readonly [number, number, number]): FilledIn {
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

const MOVE: FilledIn = {
  timescale: 'words',
  'timescale-words': 'by September 2026',
  reason: 'Two teams need more time.',
  decidedBy: 'CSP Board',
  ...day('decidedOn', [1, 12, 2025]),
  told: 'not-yet',
};

const LINK: FilledIn = { shows: 'The report.', kind: 'link', link: 'https://www.example.org/report' };

/** One good answer to every question of each form about a milestone. */
export const ANSWERS = {
  agree: { body: 'CSP Board', ...day('date', [1, 9, 2021]) },
  start: day('effectiveOn', [10, 1, 2022]),
  'report-progress': { rating: 'on track', narrative: 'Half of the teams do.', reportedBy: 'TNT' },
  'revise-timescale': MOVE,
  tell: { ...day('when', [15, 1, 2026]), how: 'At the Champions Board.' },
  'attach-evidence': LINK,
  'change-leads': { leads: 'TNT', reason: 'They asked for it.' },
  achieve: {
    ...day('date', [30, 6, 2026]),
    'evidence-link': 'https://www.example.org/report',
    'evidence-shows': 'The report.',
    differenceMade: 'Children know their advocate.',
  },
  reopen: { reason: 'It is not so.' },
  withdraw: { reason: 'Another one says it better.', decidedBy: 'CSP Board' },
} as const satisfies Readonly<Record<string, FilledIn>>;

/** The same for the forms that are about something else: a new milestone, a step, the start of the Promise work. */
export const PROPOSAL: FilledIn = {
  title: 'Every child has an advocate within two weeks',
  foundation: 'voice',
  horizon: '5-year',
  timescale: 'month',
  'timescale-in-month': '3',
  'timescale-in-year': '2026',
  leads: 'Advocacy service\nChildren’s Services Partnership Board',
  ...day('effectiveOn', [1, 6, 2021]),
};

export const STEP_RESULT: FilledIn = {
  result: 'done',
  ...day('when', [1, 3, 2020]),
  byWhoseWord: 'TNT',
  note: 'It is.',
};

export const PROMISE_START: FilledIn = {
  timescale: 'words',
  'timescale-words': 'March 2021',
  reason: 'The workers came.',
  decidedBy: 'CSP Board',
  ...day('decidedOn', [1, 6, 2021]),
  'citation-document': 'A plan',
  'citation-place': 'Page 3',
};

export const CORRECTION: FilledIn = { how: 'void', why: 'A slip.' };
