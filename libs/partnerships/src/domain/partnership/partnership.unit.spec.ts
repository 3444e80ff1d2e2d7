import { describePartnershipEvent } from './describe';
import { PARTNERSHIP_EVENT_TYPES } from './events';
import type { PartnershipPack } from './pack';
import { decision, faultsOf, given, importing, pack, packWithout, when } from './partnership-scenario';
import { previewPack } from './preview';
import { foldPartnership } from './state';

const types = (events: readonly { type: string }[]): string[] => events.map(({ type }) => type);
const without = (...members: (keyof PartnershipPack)[]) =>
  ({ type: 'ImportPartnership', pack: packWithout(...members) }) as const;

describe('importing a partnership', () => {
  it('registers it with its proposed start and its promise, from the first day of the document', () => {
    expect(when([], importing({ document: { title: 'The plan', date: '2021-06' } }))).toMatchObject([
      {
        type: 'PartnershipRegistered',
        payload: { name: { personal: 'The partnership' }, publishes: ['plans', 'timeline'] },
      },
      {
        type: 'PromiseStartProposed',
        effectiveOn: '2021-06-01',
        payload: { timescale: { words: 'March 2021', start: '2021-03-01' }, reading: 'ours' },
      },
      { type: 'MilestonesPromised', effectiveOn: '2021-06-01' },
    ]);
  });

  it('registers one that proposes no start and promises nothing', () => {
    expect(types(when([], without('promiseStart', 'milestonesPromised')))).toEqual(['PartnershipRegistered']);
  });

  it('says in the first event of an invented one that it is invented, and nothing of it for any other', () => {
    const [first] = when([], importing({ invented: true }));
    expect(first).toMatchObject({ type: 'PartnershipRegistered', payload: { invented: true } });
    expect(when([], importing())[0]?.payload).not.toHaveProperty('invented');
    expect(when([], importing({ invented: false }))[0]?.payload).not.toHaveProperty('invented');
    expect(when(given(importing({ invented: true })), importing({ invented: true }))).toEqual([]);
  });

  it('never lets what is invented pass for real later, nor the other way round', () => {
    const refused = ['invented: invented-from-the-first'];
    expect(faultsOf(() => when(given(importing({ invented: true })), importing()))).toEqual(refused);
    expect(faultsOf(() => when(given(importing()), importing({ invented: true })))).toEqual(refused);
  });

  it('leaves no free text in clear', () => {
    const inClear = JSON.stringify(when([], importing()).map(({ payload }) => payload)).replace(
      /\{"personal":"[^"]*"\}/g,
      '',
    );
    expect(inClear).not.toMatch(/The |It said|Introduction/);
  });

  it('changes nothing the second time, in whatever order it names what is published', () => {
    expect(when(given(importing()), importing({ publishes: ['plans', 'timeline'] }))).toEqual([]);
  });

  it('tells a new name, another publication, another proposal and another promise apart', () => {
    const history = given(importing());
    expect(types(when(history, importing({ name: 'Another name' })))).toEqual(['PartnershipRenamed']);
    expect(types(when(history, importing({ publishes: [] })))).toEqual(['PublicationChanged']);
    const promiseStart = { ...pack.promiseStart, timescale: 'April 2021' } as NonNullable<typeof pack.promiseStart>;
    expect(types(when(history, importing({ promiseStart })))).toEqual(['PromiseStartProposed']);
    const milestonesPromised = { text: 'Other words', citation: { document: 'The plan', place: 'Page 3' } };
    expect(types(when(history, importing({ milestonesPromised })))).toEqual(['MilestonesPromised']);
  });

  it('takes back what the file no longer says, once', () => {
    const gone = without('promiseStart', 'milestonesPromised');
    const history = given(importing(), gone);
    expect(types(history).slice(3)).toEqual(['PromiseStartProposalRetracted', 'MilestonesPromiseRetracted']);
    expect(when(history, gone)).toEqual([]);
  });

  it('records a changed proposal after a decision and says that it does not count', () => {
    const state = foldPartnership(given(importing(), decision));
    const promiseStart = { ...pack.promiseStart, timescale: 'April 2021' } as NonNullable<typeof pack.promiseStart>;
    const { changes, kept } = previewPack(state, { ...pack, promiseStart });
    expect(types(changes)).toEqual(['PromiseStartProposed']);
    expect(kept).toMatchObject([{ field: 'promiseStart', reason: expect.stringContaining('has decided') as string }]);
    expect(previewPack(foldPartnership(given(importing())), pack)).toEqual({ changes: [], kept: [] });
  });

  it.each([
    ['an open-ended start', 'April 2020 onwards', 'start-has-a-day'],
    ['a start with no first day', 'by March 2021', 'start-has-a-day'],
    ['a start it cannot read', 'once upon a time', 'readable-timescale'],
  ])('refuses %s', (_what, timescale, rule) => {
    const promiseStart = { ...pack.promiseStart, timescale } as NonNullable<typeof pack.promiseStart>;
    expect(faultsOf(() => when([], importing({ promiseStart })))).toEqual([`promiseStart.timescale: ${rule}`]);
  });

  it('refuses a document without a date and a partnership without a name', () => {
    const wrong = importing({ name: ' ', document: { title: 'The plan', date: 'spring' } });
    expect(faultsOf(() => when([], wrong))).toEqual(['document.date: document-date', 'name: required']);
  });
});

describe('deciding the start of the Promise work', () => {
  const history = given(importing());

  it('keeps who decided it, when, why and on what document', () => {
    const citation = { document: 'Minutes', place: 'Item 4' };
    expect(when(history, { ...decision, citation })).toEqual([
      {
        type: 'PromiseStartDecided',
        schemaVersion: 1,
        payload: {
          timescale: expect.objectContaining({
            words: 'February 2020',
            start: '2020-02-01',
            end: '2020-02-29',
          }) as object,
          citation: { document: { personal: 'Minutes' }, place: { personal: 'Item 4' } },
          reason: { personal: 'The Promise was published then.' },
          decidedBy: { personal: 'Partnership Board' },
          decidedOn: '2026-03-30',
        },
      },
    ]);
  });

  it('can be done again and again', () => {
    expect(when(given(importing(), decision, decision), { ...decision, timescale: '1 June 2021' })).toHaveLength(1);
  });

  it.each([
    ['an open end', { timescale: 'April 2020 onwards' }, 'timescale: start-has-a-day'],
    ['no first day', { timescale: 'by March 2021' }, 'timescale: start-has-a-day'],
    ['words it cannot read', { timescale: 'when we are ready' }, 'timescale: readable-timescale'],
    ['a start outside sense', { timescale: 'March 1899' }, 'timescale: readable-timescale'],
    ['no reason', { reason: ' ' }, 'reason: required'],
    ['nobody who decided', { decidedBy: '' }, 'decidedBy: required'],
    ['a decision to come', { decidedOn: '2026-04-01' }, 'decidedOn: not-in-future'],
    ['a decision before 2000', { decidedOn: '1999-12-31' }, 'decidedOn: not-before-2000'],
    ['a day that is none', { decidedOn: '2026-02-30' }, 'decidedOn: real-day'],
    ['a citation of no place', { citation: { document: 'Minutes', place: '' } }, 'citation.place: required'],
  ])('refuses %s', (_what, changes, fault) => {
    expect(faultsOf(() => when(history, { ...decision, ...changes }))).toEqual([fault]);
  });

  it('refuses it for a partnership that is not registered', () => {
    expect(faultsOf(() => when([], decision))).toEqual(['partnership: known-partnership']);
  });
});

describe('a partnership event in words', () => {
  const history = given(
    importing(),
    importing({ name: 'Another name', publishes: [] }),
    without('promiseStart', 'milestonesPromised'),
    { type: 'DecideThemes', themes: [{ title: 'Being heard' }] },
    { type: 'DecideRetention', accountMonths: 12, reason: 'Long enough.' },
    decision,
  );

  it('has a sentence for every type', () => {
    expect(new Set(types(history))).toEqual(new Set(PARTNERSHIP_EVENT_TYPES));
    for (const event of history) {
      expect(describePartnershipEvent(event)).toMatch(/^[A-Z“].{20,}$/);
    }
    expect(history.map(describePartnershipEvent).at(-1)).toBe(
      'Partnership Board decided on 2026-03-30 that the Promise work counts from “February 2020”: The Promise was published then.',
    );
  });
});
