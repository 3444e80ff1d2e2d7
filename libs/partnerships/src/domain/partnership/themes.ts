import { type Fault, personal, Refusal, refuse, textOf } from '@promise/kernel';
import type { ThemeInput } from './commands';
import type { DecidedTheme, PartnershipEvent } from './events';
import { sameReading } from './same-reading';
import type { PartnershipState } from './state';

/** The partnership's own themes, all of them; a list takes the place of the one before. */
export function decideThemes(state: PartnershipState, given: readonly ThemeInput[]): readonly PartnershipEvent[] {
  const faults = given.flatMap((theme, n) => faultsOf(theme, n, given, state));
  if (faults.length > 0) throw new Refusal(...faults);
  const themes = withKeys(state, given);
  if (sameReading(state.themes, themes)) refuse('themes', 'changes-something', 'these are its themes already');
  return [{ type: 'ThemesDecided', schemaVersion: 1, payload: { themes } }];
}

/** A theme under a title that is there already keeps its key; a new one gets a key that was never another's. */
function withKeys(state: PartnershipState, given: readonly ThemeInput[]): DecidedTheme[] {
  let ever = state.themesEver;
  return given.map((theme) => {
    const key = theme.key ?? keyUnder(theme.title, state, given) ?? `t${++ever}`;
    return themeOf(key, theme);
  });
}

function keyUnder(title: string, { themes }: PartnershipState, given: readonly ThemeInput[]): string | undefined {
  const own = themes.find((each) => sameTitle(textOf(each.title), title))?.key;
  return given.some(({ key }) => key !== undefined && key === own) ? undefined : own;
}

function themeOf(key: string, { title, primary, also, reason }: ThemeInput): DecidedTheme {
  return {
    key,
    title: personal(title.trim()),
    primary: primary ?? null,
    also: [...new Set(also ?? [])].sort(),
    reason: reason === undefined || reason.trim() === '' ? null : personal(reason.trim()),
  };
}

function faultsOf(theme: ThemeInput, n: number, all: readonly ThemeInput[], state: PartnershipState): Fault[] {
  const before = all.slice(0, n);
  const faults = [...titleFaults(theme, before), ...keyFaults(theme, before, state), ...mappingFaults(theme)];
  return faults.map((fault) => ({ ...fault, field: `themes.${n}.${fault.field}` }));
}

function titleFaults({ title }: ThemeInput, before: readonly ThemeInput[]): Fault[] {
  if (title.trim() === '') return [{ field: 'title', rule: 'required', message: 'name the theme' }];
  if (!before.some((each) => sameTitle(each.title, title))) return [];
  return [{ field: 'title', rule: 'not-twice', message: `“${title.trim()}” stands there twice` }];
}

function keyFaults({ key }: ThemeInput, before: readonly ThemeInput[], { themes }: PartnershipState): Fault[] {
  if (key === undefined) return [];
  if (!themes.some((each) => each.key === key)) {
    return [{ field: 'key', rule: 'known-theme', message: `there is no theme ${key} here` }];
  }
  if (!before.some((each) => each.key === key)) return [];
  return [{ field: 'key', rule: 'not-twice', message: `${key} stands there twice` }];
}

function mappingFaults({ primary, also = [], reason = '' }: ThemeInput): Fault[] {
  if (primary === undefined) {
    const message = 'say which foundation it belongs to first of all';
    return also.length > 0 ? [{ field: 'primary', rule: 'primary-first', message }] : [];
  }
  const again = { field: 'also', rule: 'not-twice', message: 'the first foundation stands here again' };
  const why = { field: 'reason', rule: 'required', message: 'say why it belongs there' };
  return [...(also.includes(primary) ? [again] : []), ...(reason.trim() === '' ? [why] : [])];
}

function sameTitle(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
