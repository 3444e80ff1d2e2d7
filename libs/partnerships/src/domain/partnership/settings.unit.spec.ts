import type { PartnershipCommand, RetentionInput, ThemeInput } from './commands';
import { describePartnershipEvent, sentenceFor } from './describe';
import { decision, faultsOf, given, importing, pack, when } from './partnership-scenario';
import { previewPack } from './preview';
import { foldPartnership } from './state';

const registering = { type: 'RegisterPartnership', name: ' Inverbeg ', publishes: ['timeline', 'plans'] } as const;
const themes = (...list: readonly ThemeInput[]) => ({ type: 'DecideThemes', themes: list }) as const;
const retention = (changes: Partial<RetentionInput> = {}) =>
  ({ type: 'DecideRetention', accountMonths: 12, reason: 'Long enough to come back.', ...changes }) as const;
const renaming = (name: string) => ({ type: 'RenamePartnership', name }) as const;
const publishing = (...publishes: readonly ('timeline' | 'plans')[]) =>
  ({ type: 'ChangePublication', publishes }) as const;

const heard: ThemeInput = {
  title: 'Being heard',
  primary: 'voice',
  also: ['rights', 'care'],
  reason: 'It is about voice.',
};

describe('registering a partnership', () => {
  it('begins it with its name and what anybody may read, as said here', () => {
    expect(when([], registering)).toEqual([
      {
        type: 'PartnershipRegistered',
        schemaVersion: 1,
        payload: { name: { personal: 'Inverbeg' }, publishes: ['plans', 'timeline'], decided: true },
      },
    ]);
  });

  it('is done once, and not without a name', () => {
    const again = ['partnership: not-registered-yet'];
    expect(faultsOf(() => when(given(registering), registering))).toEqual(again);
    expect(faultsOf(() => when(given(importing()), registering))).toEqual(again);
    expect(faultsOf(() => when([], { ...registering, name: ' ' }))).toEqual(['name: required']);
  });

  it('comes before everything else', () => {
    for (const command of [renaming('A'), publishing(), themes(heard), retention()]) {
      expect(faultsOf(() => when([], command))).toEqual(['partnership: known-partnership']);
    }
  });

  it('lets the partnership decide its start', () => {
    expect(when(given(registering), decision)).toMatchObject([{ type: 'PromiseStartDecided' }]);
  });
});

describe('what a partnership says of itself', () => {
  it('takes the place of what it said before', () => {
    const history = given(registering);
    expect(when(history, renaming('Inverbeg and the Isles'))).toMatchObject([
      { type: 'PartnershipRenamed', payload: { name: { personal: 'Inverbeg and the Isles' }, decided: true } },
    ]);
    expect(when(history, publishing('plans', 'plans'))).toMatchObject([
      { type: 'PublicationChanged', payload: { publishes: ['plans'], decided: true } },
    ]);
  });

  it('has to change something', () => {
    const history = given(registering, themes(heard), retention());
    const same: readonly (readonly [PartnershipCommand, string])[] = [
      [renaming('Inverbeg'), 'name: changes-something'],
      [publishing('plans', 'timeline'), 'publishes: changes-something'],
      [themes(heard), 'themes: changes-something'],
      [retention(), 'accountMonths: changes-something'],
    ];
    for (const [command, fault] of same) expect(faultsOf(() => when(history, command))).toEqual([fault]);
    expect(faultsOf(() => when(given(registering), themes()))).toEqual(['themes: changes-something']);
  });

  it('is not undone by its file, which says so', () => {
    const file = { ...pack, name: 'From the file', publishes: ['timeline'] as const };
    for (const history of [given(registering), given(importing(), renaming('Inverbeg'), publishing())]) {
      const state = foldPartnership(history);
      const { changes, kept } = previewPack(state, file);
      expect(changes.map(({ type }) => type)).not.toContain('PartnershipRenamed');
      expect(changes.map(({ type }) => type)).not.toContain('PublicationChanged');
      expect(kept.map(({ field }) => field)).toEqual(['name', 'publishes']);
    }
  });

  it('leaves to the file what it did not decide itself', () => {
    const history = given(importing(), renaming('Inverbeg'));
    const { changes, kept } = previewPack(foldPartnership(history), { ...pack, publishes: [] });
    expect(changes.map(({ type }) => type)).toEqual(['PublicationChanged']);
    expect(kept.map(({ field }) => field)).toEqual(['name']);
    const same = { ...pack, name: 'Inverbeg' };
    expect(previewPack(foldPartnership(history), same)).toEqual({ changes: [], kept: [] });
  });
});

describe('themes of the partnership’s own', () => {
  const decided = (history: ReturnType<typeof given>, ...list: readonly ThemeInput[]) => {
    const [event] = when(history, themes(...list));
    if (event?.type !== 'ThemesDecided') throw new Error('no themes');
    return event.payload.themes;
  };

  it('belong to one foundation first, to others too, with the reason, or are not mapped', () => {
    expect(decided(given(registering), heard, { title: 'Somewhere to live' })).toEqual([
      {
        key: 't1',
        title: { personal: 'Being heard' },
        primary: 'voice',
        also: ['care', 'rights'],
        reason: { personal: 'It is about voice.' },
      },
      { key: 't2', title: { personal: 'Somewhere to live' }, primary: null, also: [], reason: null },
    ]);
  });

  it('keep their key under a new title, and no key is given twice', () => {
    const history = given(registering, themes(heard, { title: 'Work' }), themes({ title: 'work' }));
    expect(decided(history, { title: 'WORK' }, { title: 'Home' }).map(({ key }) => key)).toEqual(['t2', 't3']);
    expect(decided(history, { key: 't2', title: 'Jobs' }, { title: 'Work' }).map(({ key }) => key)).toEqual([
      't2',
      't3',
    ]);
  });

  it.each([
    ['no title', [{ title: ' ' }], 'themes.0.title: required'],
    ['one title twice', [{ title: 'Home' }, { title: 'home ' }], 'themes.1.title: not-twice'],
    ['a key of nothing', [{ key: 't9', title: 'Home' }], 'themes.0.key: known-theme'],
    [
      'one key twice',
      [
        { key: 't1', title: 'A' },
        { key: 't1', title: 'B' },
      ],
      'themes.1.key: not-twice',
    ],
    ['others without a first', [{ title: 'A', also: ['care'] as const }], 'themes.0.primary: primary-first'],
    ['the first again', [{ ...heard, also: ['voice'] as const }], 'themes.0.also: not-twice'],
    ['no reason', [{ ...heard, reason: ' ' }], 'themes.0.reason: required'],
  ])('are refused with %s', (_what, list, fault) => {
    const history = given(registering, themes({ title: 'First' }));
    expect(faultsOf(() => when(history, themes(...list)))).toEqual([fault]);
  });

  it('leave no free text in clear', () => {
    const [event] = when(given(registering), themes(heard));
    expect(JSON.stringify(event?.payload).replace(/\{"personal":"[^"]*"\}/g, '')).not.toMatch(/heard|about/);
  });
});

describe('how long accounts are kept', () => {
  it('is a number of months, with the reason', () => {
    expect(when(given(registering), retention())).toEqual([
      {
        type: 'RetentionDecided',
        schemaVersion: 1,
        payload: { accountMonths: 12, reason: { personal: 'Long enough to come back.' } },
      },
    ]);
  });

  it.each([0, 121, 1.5, Number.NaN])('is not %p months', (accountMonths) => {
    expect(faultsOf(() => when(given(registering), retention({ accountMonths })))).toEqual(['accountMonths: months']);
  });

  it('has a reason', () => {
    expect(faultsOf(() => when(given(registering), retention({ reason: '' })))).toEqual(['reason: required']);
  });
});

describe('the trail', () => {
  it('says what was decided', () => {
    const said = given(registering, themes(heard, { title: 'Work' }), retention({ accountMonths: 1 }));
    expect(said.map(describePartnershipEvent)).toEqual([
      'The partnership “Inverbeg” was registered; anybody may read: plans and timeline.',
      'The partnership decided on its own themes: “Being heard” (voice, care, rights); “Work” (not mapped).',
      'It was decided that people’s accounts are deleted 1 month after their last role ended: Long enough to come back.',
    ]);
    const none = when(given(registering, themes(heard)), themes())[0];
    expect(none && sentenceFor(none)).toBe('The partnership decided that it has no themes of its own.');
  });
});
