import { type Day, textOf } from '@promise/kernel';
import { historyOf, on, proposed, refusal, type Step } from '../../testing/scenario';

function faultsOf(...steps: Step[]): string[] {
  return refusal(...steps).map(({ field, rule }) => `${field} ${rule}`);
}

const move = (changes: object = {}, effectiveOn?: Day): Step =>
  on(
    '2025-06-01',
    'revise-timescale',
    {
      ...{ timescale: 'September 2026', reason: 'Hiring takes longer', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
      ...{ youngPeopleTold: { state: 'not-yet' as const }, ...changes },
    },
    effectiveOn,
  );

describe('fields', () => {
  it('are refused when blank, all of them at once', () => {
    expect(faultsOf(proposed({ title: ' ', leads: ['TNT', ''], successStatement: '\t' }))).toEqual([
      'title not-blank',
      'leads.1 not-blank',
      'successStatement not-blank',
    ]);
    expect(faultsOf(proposed({ leads: [], citation: { document: '', place: 'Section 4' } }))).toEqual([
      'leads at-least-one',
      'citation.document not-blank',
    ]);
  });

  it('are refused when they are no text that can be kept', () => {
    expect(faultsOf(proposed({ title: 'a\u0000b' }))).toEqual(['title a-text']);
    expect(faultsOf(proposed({ title: 'half a \ud83d face' }))).toEqual(['title a-text']);
    expect(faultsOf(proposed({ title: 'escaped \u001b', leads: ['a\u0085b'] }))).toEqual([
      'title a-text',
      'leads.0 a-text',
    ]);
    expect(faultsOf(proposed({ successStatement: 'two\r\nlines\tand a tab' }))).toEqual([]);
    const file = { id: 'f1', name: 'a\u001b.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) };
    expect(faultsOf(proposed(), on('2025-06-01', 'attach-evidence', { shows: 'It runs', file }))).toEqual([
      'file.name a-text',
    ]);
  });

  it('are refused when too long: names and titles over 300 characters, other text over 10,000', () => {
    const most = { title: 'x'.repeat(300), leads: ['x'.repeat(300)], successStatement: 'x'.repeat(10_000) };
    expect(faultsOf(proposed(most))).toEqual([]);
    const more = { title: `${most.title}x`, leads: [`${most.title}x`], successStatement: `${most.successStatement}x` };
    expect(faultsOf(proposed(more))).toEqual([
      'title not-too-long',
      'leads.0 not-too-long',
      'successStatement not-too-long',
    ]);
    expect(faultsOf(proposed({ leads: Array.from({ length: 101 }, () => 'TNT') }))).toEqual(['leads not-too-long']);
  });

  it('take the foundations, the rights and the three horizons only', () => {
    expect(faultsOf(proposed({ foundation: 'rights', alsoServes: ['care'] }))).toEqual([]);
    const given = { foundation: 'health', alsoServes: ['care', 'x'], horizon: '3-year' } as object;
    expect(faultsOf(proposed(given))).toEqual(['foundation one-of', 'alsoServes.1 one-of', 'horizon one-of']);
    expect(faultsOf(proposed({ alsoServes: ['care', 'family', 'care'] }))).toEqual(['alsoServes.2 each-once']);
  });

  it('refuse a timescale that cannot be read, with the reason and the place', () => {
    const [fault] = refusal(proposed({ timescale: 'by the 31st of Smarch 2026' }));
    expect(fault).toMatchObject({ field: 'timescale', rule: 'readable-timescale' });
    expect(fault?.message).toMatch(/cannot be read: .+ \(at character \d+/);
  });

  it('keep free text, names and links as personal, and the rest in clear', () => {
    const [event] = historyOf(proposed({ priorities: ['p1'], citation: { document: 'Plan', place: 'Row 3' } }));
    expect(event?.payload).toMatchObject({
      title: { personal: expect.any(String) as string },
      leads: [{ personal: 'Advocacy service' }],
      citation: { document: { personal: 'Plan' }, place: { personal: 'Row 3' } },
      priorities: ['p1'],
      foundation: 'voice',
      timescale: { words: 'March 2026', start: '2026-03-01', end: '2026-03-31' },
      parent: null,
    });
  });

  it('take evidence as either a link of the web or a file', () => {
    const file = { id: 'f1', name: 'Report.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) };
    const attach = (data: object): string[] =>
      faultsOf(proposed(), on('2025-06-01', 'attach-evidence', { shows: 'It runs', ...data }));
    expect(attach({ file })).toEqual([]);
    expect(attach({})).toEqual(['link link-or-file']);
    expect(attach({ link: 'https://example.org', file })).toEqual(['link link-or-file']);
    expect(attach({ link: 'javascript:alert(1)' })).toEqual(['link a-web-address']);
    expect(attach({ file: { ...file, sha256: 'AB', size: -1 } })).toEqual(['file.size a-size', 'file.sha256 a-sha256']);
  });
});

describe('days', () => {
  it('are real', () => {
    expect(faultsOf(proposed(), move({ decidedOn: '2025-02-30' }))).toEqual(['decidedOn a-real-day']);
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'told', when: 'today' } }))).toEqual([
      'youngPeopleTold.when a-real-day',
    ]);
  });

  it('are not in the future', () => {
    expect(faultsOf(proposed(), move({ decidedOn: '2025-06-02' }))).toEqual(['decidedOn not-in-the-future']);
    expect(faultsOf(proposed(), move({}, '2025-06-02'))).toEqual(['effectiveOn not-in-the-future']);
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'told', when: '2025-06-02' } }))).toEqual([
      'youngPeopleTold.when not-in-the-future',
    ]);
    expect(faultsOf(proposed(), on('2025-06-01', 'agree', { body: 'ICSG', date: '2025-06-02' }))).toEqual([
      'date not-in-the-future',
    ]);
    const tell = on('2025-06-01', 'tell', { when: '2025-06-02', how: 'At an evening' });
    expect(faultsOf(proposed(), move(), tell)).toEqual(['when not-in-the-future']);
    const given = { reason: 'Merged', decidedBy: 'ICSG', decidedOn: '2025-06-02' };
    expect(faultsOf(proposed(), on('2025-06-01', 'withdraw', given))).toEqual(['decidedOn not-in-the-future']);
  });

  it('are not before the year 2000', () => {
    expect(faultsOf(proposed(), move({ decidedOn: '1999-12-31' }))).toEqual(['decidedOn not-before-2000']);
    expect(faultsOf(proposed(), move({}, '1999-12-31'))).toEqual(['effectiveOn not-before-2000']);
    expect(faultsOf(proposed(), move({ decidedOn: '2000-01-01' }, '2000-01-01'))).toEqual([]);
  });

  it('of a decision may lie before the milestone was proposed', () => {
    expect(faultsOf(proposed(), move({ decidedOn: '2024-11-05' }))).toEqual([]);
  });
});

describe('a move of the date', () => {
  it('changes the words or the interval', () => {
    expect(faultsOf(proposed(), move({ timescale: ' march  2026 ' }))).toEqual(['timescale a-move-changes-something']);
    expect(faultsOf(proposed(), move({ timescale: 'by March 2026' }))).toEqual([]);
  });

  it('says what it moved from', () => {
    const history = historyOf(proposed(), move(), move({ timescale: 'June 2027' }));
    expect(history.map(({ payload }) => ('from' in payload ? payload.from.words : null))).toEqual([
      null,
      'March 2026',
      'September 2026',
    ]);
  });

  it('has a day of telling only when young people were told', () => {
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'not-yet', when: '2025-06-01' } }))).toEqual([
      'youngPeopleTold.when when-told',
    ]);
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'told' } }))).toEqual([]);
    const given = (told: boolean): unknown => historyOf(proposed(), move({ youngPeopleTold: told })).at(-1)?.payload;
    expect(given(true)).toMatchObject({ youngPeopleTold: { state: 'told' } });
    expect(given(false)).toMatchObject({ youngPeopleTold: { state: 'not-yet' } });
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'perhaps' } }))).toEqual([
      'youngPeopleTold.state one-of',
    ]);
  });
});

describe('telling young people later', () => {
  const tell = on('2025-06-10', 'tell', { when: '2025-06-09', how: 'At the Mad Middles’ evening' });

  it('is about the last move that they were not yet told of', () => {
    const told = { timescale: 'June 2027', youngPeopleTold: { state: 'told' as const } };
    const last = historyOf(proposed(), move(), move(told), tell).at(-1);
    expect(last?.payload).toMatchObject({ move: 'e1', when: '2025-06-09' });
    const both = historyOf(proposed(), move(), move({ timescale: 'June 2027' }), tell, tell);
    expect(both.slice(-2).map(({ payload }) => 'move' in payload && payload.move)).toEqual(['e2', 'e1']);
  });

  it('is refused when there is no such move', () => {
    expect(faultsOf(proposed(), tell)).toEqual(['milestone a-move-to-tell']);
    expect(faultsOf(proposed(), move(), tell, tell)).toEqual(['milestone a-move-to-tell']);
    expect(faultsOf(proposed(), move({ youngPeopleTold: { state: 'not-needed' } }), tell)).toEqual([
      'milestone a-move-to-tell',
    ]);
    // On the day said, the move had not been made.
    expect(faultsOf(proposed(), move(), { ...tell, effectiveOn: '2025-05-01' })).toEqual(['milestone a-move-to-tell']);
  });
});

describe('the day of telling', () => {
  const tellOn = (when: Day): Step => on('2025-06-10', 'tell', { when, how: 'At an evening' });

  it('is not before the day on which the move was decided', () => {
    expect(faultsOf(proposed(), move(), tellOn('2025-05-19'))).toEqual(['when not-before-the-move-was-decided']);
    expect(faultsOf(proposed(), move(), tellOn('2025-05-20'))).toEqual([]);
  });

  it('says which of two moves it is about', () => {
    const later = move({ timescale: 'June 2027', decidedOn: '2025-06-01' });
    const last = historyOf(proposed(), move(), later, tellOn('2025-05-25')).at(-1);
    expect(last?.payload).toMatchObject({ move: 'e1', when: '2025-05-25' });
  });
});

describe('a change of leads', () => {
  it('changes something, in whatever order they are named', () => {
    const two = proposed({ leads: ['TNT', 'Health'] });
    expect(faultsOf(two, on('2025-06-01', 'change-leads', { leads: ['Health', 'TNT '] }))).toEqual([
      'leads a-change-of-leads-changes-something',
    ]);
    expect(faultsOf(two, on('2025-06-01', 'change-leads', { leads: ['TNT'] }))).toEqual([]);
    const last = historyOf(two, on('2025-06-01', 'change-leads', { leads: ['TNT'] })).at(-1);
    expect(last && 'leads' in last.payload && last.payload.leads.map(textOf)).toEqual(['TNT']);
  });
});
