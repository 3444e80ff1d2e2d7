import fc from 'fast-check';

/** What happens to the line of a plan before it is imported again; the next import starts from the whole plan. */
export interface Edit {
  readonly line: number;
  readonly what: 'title' | 'timescale' | 'lead' | 'drop-step' | 'drop-priority' | 'plan-title';
}

/** What somebody does: a command about a milestone or a step, a start of the Promise work, or an import. */
export type Act =
  | { readonly do: 'propose'; readonly body: object }
  | { readonly do: 'command'; readonly milestone: number; readonly path: string; readonly body: object }
  | { readonly do: 'correct'; readonly milestone: number; readonly event: number; readonly body: object }
  | { readonly do: 'result'; readonly step: number; readonly body: object }
  | { readonly do: 'settle'; readonly proposal: number; readonly how: string; readonly body: object }
  | { readonly do: 'start'; readonly body: object }
  | { readonly do: 'import'; readonly edits: readonly Edit[] }
  | { readonly do: 'partnership'; readonly publishes: readonly string[] };

/** One thing that is tried: some time after the one before, on a day before or after today. */
export interface Attempt {
  readonly partnership: number;
  readonly act: Act;
  /** Milliseconds; now and then below zero, as several writers' clocks differ. */
  readonly wait: number;
  readonly effective: number | null;
  /** How many events the read models follow by afterwards, at most. */
  readonly follow: number;
}

const DAY = 86_400_000;
const decided = { decidedBy: 'CSP Board', decidedOn: '2025-02-20' };
const link = { link: 'https://www.example.org/report', shows: 'what was done' };
const reasons = fc.constantFrom('The training started late.', 'The group asked for it.');
const words = fc.constantFrom('March 2026', 'by June 2027', '2028 onwards', 'spring 2026', '2025-26', 'summer 2025');
const days = fc.constantFrom('2024-11-30', '2025-01-15', '2025-02-27');
const foundations = fc.constantFrom('voice', 'family', 'care', 'people', 'scaffolding', 'rights');

const propose = fc
  .record({ foundation: foundations, timescale: words, horizon: fc.constantFrom('5-year', '10-year') })
  .map((some): Act => ({ do: 'propose', body: { title: 'One worker who stays', leads: ['CSP Board'], ...some } }));

const bodies: Readonly<Record<string, fc.Arbitrary<object>>> = {
  agree: days.map((date) => ({ body: 'CSP Board', date })),
  start: fc.constant({}),
  'report-progress': reasons.map((narrative) => ({ rating: 'on track', narrative })),
  'revise-timescale': fc
    .record({ timescale: words, reason: reasons, youngPeopleTold: fc.boolean() })
    .map((some) => ({ ...decided, ...some })),
  tell: days.map((when) => ({ when, how: 'At the Champions Board.' })),
  'attach-evidence': fc.constant(link),
  achieve: days.map((date) => ({ date, evidence: [link], differenceMade: 'Fewer moves.' })),
  reopen: reasons.map((reason) => ({ reason })),
  withdraw: reasons.map((reason) => ({ reason, decidedBy: 'CSP Board' })),
  'change-leads': fc.constantFrom(['TNT'], ['Health', 'TNT']).map((leads) => ({ leads })),
};

const command = fc
  .record({ milestone: fc.nat(9), path: fc.constantFrom(...Object.keys(bodies)) })
  .chain(({ milestone, path }) =>
    (bodies[path] ?? fc.constant({})).map((body): Act => ({ do: 'command', milestone, path, body })),
  );

const corrections = fc.oneof(
  fc.constant({ void: true }),
  days.map((effectiveOn) => ({ replace: { effectiveOn } })),
  words.map((timescale) => ({ replace: { timescale } })),
);

const correct = fc
  .record({ milestone: fc.nat(9), event: fc.nat(12), change: corrections, reason: reasons })
  .map(({ change, reason, ...rest }): Act => ({ do: 'correct', ...rest, body: { ...change, reason } }));

const settle = fc
  .record({
    proposal: fc.nat(9),
    how: fc.constantFrom('approve', 'approve', 'refuse', 'take-back'),
    reason: reasons,
    date: days,
  })
  .map(({ proposal, how, reason, date }): Act => {
    const decision = how === 'approve' ? { body: 'CSP Board', date } : {};
    return { do: 'settle', proposal, how, body: { reason, ...decision } };
  });

const result = fc
  .record({ step: fc.nat(5), result: fc.constantFrom('done', 'part-done', 'not-done', 'superseded'), when: days })
  .map(({ step, ...some }): Act => ({ do: 'result', step, body: { ...some, byWhoseWord: 'LACYPG' } }));

const start = fc
  .record({ timescale: fc.constantFrom('March 2021', '1 April 2021', 'June 2021'), reason: reasons })
  .map((some): Act => ({ do: 'start', body: { ...decided, ...some } }));

const edit = fc.record({
  line: fc.nat(5),
  what: fc.constantFrom<Edit['what']>('title', 'timescale', 'lead', 'drop-step', 'drop-priority', 'plan-title'),
});
const imported = fc.array(edit, { maxLength: 4 }).map((edits): Act => ({ do: 'import', edits }));
const partnership = fc
  .constantFrom(['timeline', 'plans'], ['timeline'], [])
  .map((publishes): Act => ({ do: 'partnership', publishes }));

const attempt: fc.Arbitrary<Attempt> = fc.record({
  partnership: fc.nat(1),
  act: fc.oneof(
    { weight: 3, arbitrary: propose },
    { weight: 16, arbitrary: command },
    { weight: 5, arbitrary: correct },
    { weight: 3, arbitrary: settle },
    { weight: 3, arbitrary: result },
    { weight: 1, arbitrary: start },
    { weight: 2, arbitrary: imported },
    { weight: 1, arbitrary: partnership },
  ),
  wait: fc.oneof(fc.constantFrom(0, 0, 1, 3_600_000, -120_000), fc.integer({ min: 0, max: 5 * DAY })),
  effective: fc.option(fc.integer({ min: -90, max: 2 }), { nil: null }),
  follow: fc.constantFrom(0, 0, 1, 2, 3, 5, 50),
});

/** What the staff of two partnerships try over some months; many of the attempts are refused. */
export const randomLife: fc.Arbitrary<Attempt[]> = fc.array(attempt, { minLength: 110, maxLength: 130, size: 'max' });
