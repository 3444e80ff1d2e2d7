import { type Day, textOf } from '@promise/kernel';
import type { Period } from '@promise/projections';
import type { Published } from '../../domain/partnership/pack';
import type { DatedPartnershipEvent } from './partnership-fact.entity';
import type { PartnershipRowState, RetentionView, ThemeView } from './shapes';
import { citationView, latestInEffect, startsOn } from './starts';

type Of<Type extends DatedPartnershipEvent['type']> = Extract<DatedPartnershipEvent, { type: Type }>;

/** A partnership is older than its place in the tracker: its name holds for every day. */
const FIRST_DAY: Day = '0001-01-01';

/** The states of a partnership over the effective days, from all its events in log order. */
export function periodsOf(events: readonly DatedPartnershipEvent[]): Period[] {
  const registered = events.find(
    (event): event is Of<'PartnershipRegistered'> => event.type === 'PartnershipRegistered',
  );
  if (!registered) return [];
  const days = events.filter((event) => event !== registered).map(({ effectiveOn }) => effectiveOn);
  const turns = [...new Set([FIRST_DAY, ...days])].sort();
  return turns.map((day, n) => ({
    effectiveFrom: day,
    effectiveTo: turns[n + 1] ?? null,
    state: stateOn(day, registered, events),
  }));
}

function stateOn(
  day: Day,
  registered: Of<'PartnershipRegistered'>,
  events: readonly DatedPartnershipEvent[],
): PartnershipRowState {
  const soFar = events.filter(({ effectiveOn }) => effectiveOn <= day);
  const renamed = soFar.filter((event): event is Of<'PartnershipRenamed'> => event.type === 'PartnershipRenamed');
  const changed = soFar.filter((event): event is Of<'PublicationChanged'> => event.type === 'PublicationChanged');
  const publishes: readonly Published[] = (latestInEffect(changed) ?? registered).payload.publishes;
  return {
    name: textOf((latestInEffect(renamed) ?? registered).payload.name),
    publishes,
    invented: registered.payload.invented ?? false,
    ...startsOn(day, events),
    milestonesPromised: promisedIn(soFar),
    themes: themesIn(soFar),
    retention: retentionIn(soFar),
    recordedSince: registered.recordedAt,
  };
}

function promisedIn(soFar: readonly DatedPartnershipEvent[]): PartnershipRowState['milestonesPromised'] {
  const last = soFar.findLast(
    (event): event is Of<'MilestonesPromised' | 'MilestonesPromiseRetracted'> =>
      event.type === 'MilestonesPromised' || event.type === 'MilestonesPromiseRetracted',
  );
  if (last?.type !== 'MilestonesPromised') return null;
  return { text: textOf(last.payload.text), citation: citationView(last.payload.citation) };
}

function themesIn(soFar: readonly DatedPartnershipEvent[]): ThemeView[] {
  const decided = latestInEffect(soFar.filter((event): event is Of<'ThemesDecided'> => event.type === 'ThemesDecided'));
  const themes = decided?.payload.themes ?? [];
  return themes.map(({ title, reason, ...theme }) => ({
    ...theme,
    title: textOf(title),
    reason: reason && textOf(reason),
  }));
}

function retentionIn(soFar: readonly DatedPartnershipEvent[]): RetentionView | null {
  const decided = latestInEffect(
    soFar.filter((event): event is Of<'RetentionDecided'> => event.type === 'RetentionDecided'),
  );
  return decided ? { ...decided.payload, reason: textOf(decided.payload.reason) } : null;
}
