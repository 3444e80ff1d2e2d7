import { parseTimescale } from '@promise/kernel';
import type { Act } from './act';
import { fingerprintOf, historyUntil } from './history';
import { planFile } from './plan-editions';
import { FATES, SKETCHES } from './sketch';

const LAST_DAY = '2031-06-30';
const whole = historyUntil(LAST_DAY);
const ofKind = (kind: Act['deed']['kind']): Act[] => whole.filter(({ deed }) => deed.kind === kind);

describe('the sketches', () => {
  it('are 120 in all foundations, each with a key and a title of its own', () => {
    expect(SKETCHES).toHaveLength(120);
    expect(new Set(SKETCHES.map(({ key }) => key)).size).toBe(120);
    expect(new Set(SKETCHES.map(({ title }) => title)).size).toBe(120);
  });

  it.each(SKETCHES.map((sketch) => [sketch.key, sketch] as const))('%s fits together', (_, sketch) => {
    expect(FATES).toContain(sketch.fate);
    expect(['5-year', '10-year', 'interim']).toContain(sketch.horizon);
    for (const words of [sketch.due, ...(sketch.moves ?? []).map(({ to }) => to)]) {
      expect([words, parseTimescale(words).ok]).toEqual([words, true]);
    }
    expect(sketch.horizon === 'interim').toBe(sketch.parent !== undefined);
    if (sketch.parent !== undefined) expect(SKETCHES.map(({ key }) => key)).toContain(sketch.parent);
    const priorities = planFile('first').priorities.map(({ key }) => key);
    if (sketch.priority !== undefined) expect(priorities).toContain(sketch.priority);
    expect(sketch.leads.length).toBeGreaterThan(0);
    const ends = ['withdrawn', 'open', 'proposed'].includes(sketch.fate);
    expect(sketch.difference === '').toBe(ends);
    expect(sketch.fate === 'withdrawn').toBe(sketch.withdrawReason !== undefined);
    expect(sketch.fate.startsWith('reopened')).toBe(sketch.reopenReason !== undefined);
  });
});

describe('the history', () => {
  it('is the same every time', () => {
    expect(historyUntil(LAST_DAY)).toEqual(whole);
    expect(fingerprintOf(historyUntil('2026-11-21'))).toBe(fingerprintOf(historyUntil('2026-11-21')));
  });

  it('is told to a day, and only goes on after it', () => {
    const some = historyUntil('2024-03-31');
    expect(some.length).toBeGreaterThan(300);
    expect(some).toEqual(whole.slice(0, some.length));
    expect(whole[some.length]?.at.slice(0, 10)).toMatch(/^2024-04/);
  });

  it('begins with the invented partnership, in March 2021', () => {
    expect(whole[0]?.deed).toEqual({ kind: 'import-partnership' });
    expect(whole[0]?.at).toMatch(/^2021-03/);
  });

  it('names each act once, at a moment of its own, and nothing before it happened', () => {
    expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
    expect(new Set(whole.map(({ at }) => at)).size).toBe(whole.length);
    expect(whole.filter(({ at, effectiveOn = '' }) => effectiveOn > at.slice(0, 10))).toEqual([]);
  });

  it('holds late entries, transcriptions, small files and corrections of both kinds', () => {
    expect(
      whole.filter(({ at, effectiveOn }) => effectiveOn !== undefined && effectiveOn < at.slice(0, 10)).length,
    ).toBeGreaterThan(50);
    expect(whole.filter(({ basis }) => basis?.kind === 'transcribed').length).toBeGreaterThan(3);
    expect(ofKind('attach-file').length).toBe(8);
    const corrections = ofKind('correct').flatMap(({ deed }) => (deed.kind === 'correct' ? [deed.data] : []));
    expect(corrections.some((data) => data.void === true)).toBe(true);
    expect(corrections.some((data) => data.replace !== undefined)).toBe(true);
  });

  it('fills every gap in its sentences', () => {
    expect(JSON.stringify(whole)).not.toMatch(/\{(about|lead|young)\}|undefined/);
  });
});
