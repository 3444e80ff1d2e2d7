import { isDeepStrictEqual } from 'node:util';
import type { Day, Instant } from '@promise/kernel';
import { Column, type EntityManager, PrimaryColumn } from 'typeorm';
import { insertRows } from './insert-rows';

/** Stands for "still so" and "still believed" in the two-times columns. */
export const END_OF_DAYS: Day = '9999-12-31';
export const END_OF_TIME: Instant = '9999-12-31T23:59:59.999Z';

/** The day and the moment a reader asks about: how it was on `asAt`, as far as was recorded by `knownAt`. */
export interface Times {
  readonly asAt: Day;
  readonly knownAt: Instant;
}

/**
 * A row that says what state a thing was in over an interval of effective days, as believed over an interval of
 * recorded time. Both intervals include their beginning and exclude their end. Rows are closed, never changed, so that
 * any day as it stood then is an ordinary indexed query.
 */
export abstract class TwoTimesRow {
  @PrimaryColumn('text')
  partnership: string;

  @PrimaryColumn('text')
  id: string;

  @PrimaryColumn('timestamptz', { name: 'known_from' })
  knownFrom: Date;

  @PrimaryColumn('date', { name: 'effective_from' })
  effectiveFrom: Day;

  @Column('timestamptz', { name: 'known_to' })
  knownTo: Date;

  @Column('date', { name: 'effective_to' })
  effectiveTo: Day;

  @Column('jsonb')
  state: object;
}

/** The state of a thing from one day until another (exclusive), or from that day on (`null`). */
export interface Period {
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly state: object;
}

/** All that is now believed of one thing, replacing what was believed before `knownFrom`. */
export interface StateChange {
  readonly partnership: string;
  readonly id: string;
  readonly knownFrom: Instant;
  /** Values for further columns of the row's entity, by property name. */
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly periods: readonly Period[];
}

type Entity = new () => TwoTimesRow;

interface OpenRow {
  readonly partnership: string;
  readonly id: string;
  readonly knownFrom: Instant;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
  readonly state: object;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly stored: boolean;
}

interface Plan {
  readonly inserts: (OpenRow & { readonly knownTo: Instant })[];
  readonly closes: (OpenRow & { readonly knownTo: Instant })[];
}

/** SQL condition that a row of `alias` held on `:asAt` as known at `:knownAt`. */
export function heldAt(alias: string): string {
  return (
    `${alias}.known_from <= :knownAt AND ${alias}.known_to > :knownAt ` +
    `AND ${alias}.effective_from <= :asAt AND ${alias}.effective_to > :asAt`
  );
}

/**
 * Replaces what is believed of each thing: rows that still hold stay, others are closed at `knownFrom`, new ones are
 * opened. Changes of one thing must come in log order; recorded time never runs backwards for it, whatever the writers'
 * clocks said. Two statements for a whole batch, beside the one that reads what is open.
 */
export async function recordPeriods(
  manager: EntityManager,
  entity: Entity,
  changes: readonly StateChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const open = await openRows(manager, entity, changes);
  const plan: Plan = { inserts: [], closes: [] };
  for (const change of changes) applyChange(open, plan, change);
  for (const rows of open.values()) {
    plan.inserts.push(...rows.filter((row) => !row.stored).map((row) => ({ ...row, knownTo: END_OF_TIME })));
  }
  await close(manager, entity, plan.closes);
  await insert(manager, entity, plan.inserts);
}

function keyOf(thing: { partnership: string; id: string }): string {
  return `${thing.partnership}\n${thing.id}`;
}

async function openRows(
  manager: EntityManager,
  entity: Entity,
  changes: readonly StateChange[],
): Promise<Map<string, OpenRow[]>> {
  const rows = await manager
    .createQueryBuilder(entity, 'row')
    .where('row.id IN (:...ids)', { ids: [...new Set(changes.map((change) => change.id))] })
    .andWhere('row.known_to = :endOfTime', { endOfTime: END_OF_TIME })
    .orderBy('row.effective_from')
    .getMany();
  const open = new Map<string, OpenRow[]>();
  for (const { partnership, id, knownFrom, effectiveFrom, effectiveTo, state } of rows) {
    const row: OpenRow = {
      ...{ partnership, id, effectiveFrom, effectiveTo, state },
      ...{ knownFrom: knownFrom.toISOString(), columns: {}, stored: true },
    };
    open.set(keyOf(row), [...(open.get(keyOf(row)) ?? []), row]);
  }
  return open;
}

function applyChange(open: Map<string, OpenRow[]>, plan: Plan, change: StateChange): void {
  const before = open.get(keyOf(change)) ?? [];
  const knownFrom = before.reduce((latest, row) => (row.knownFrom > latest ? row.knownFrom : latest), change.knownFrom);
  const wanted = change.periods.map((period) => rowOf(change, knownFrom, period));
  const kept: OpenRow[] = [];
  for (const row of before) {
    const same = wanted.findIndex((each) => samePeriod(each, row));
    if (same >= 0) {
      wanted.splice(same, 1);
      kept.push(row);
    } else if (row.stored) {
      plan.closes.push({ ...row, knownTo: knownFrom });
    } else if (row.knownFrom < knownFrom) {
      plan.inserts.push({ ...row, knownTo: knownFrom });
    }
  }
  open.set(keyOf(change), [...kept, ...wanted]);
}

function rowOf(change: StateChange, knownFrom: Instant, period: Period): OpenRow {
  return {
    partnership: change.partnership,
    id: change.id,
    knownFrom,
    effectiveFrom: period.effectiveFrom,
    effectiveTo: period.effectiveTo ?? END_OF_DAYS,
    state: period.state,
    columns: change.columns ?? {},
    stored: false,
  };
}

function samePeriod(a: OpenRow, b: OpenRow): boolean {
  return a.effectiveFrom === b.effectiveFrom && a.effectiveTo === b.effectiveTo && isDeepStrictEqual(a.state, b.state);
}

/** A row that was opened and closed at the same moment was never believed at any moment, and goes. */
async function close(manager: EntityManager, entity: Entity, rows: Plan['closes']): Promise<void> {
  if (rows.length === 0) return;
  const table = manager.dataSource.getMetadata(entity).tablePath;
  const closed = `SELECT * FROM jsonb_to_recordset($1::jsonb) AS closed(partnership text, id text,
    "knownFrom" timestamptz, "effectiveFrom" date, "knownTo" timestamptz)`;
  const same = `row.partnership = closed.partnership AND row.id = closed.id
    AND row.known_from = closed."knownFrom" AND row.effective_from = closed."effectiveFrom"`;
  const keys = (some: Plan['closes']): string =>
    JSON.stringify(
      some.map((row) => ({
        ...{ partnership: row.partnership, id: row.id, knownFrom: row.knownFrom },
        ...{ effectiveFrom: row.effectiveFrom, knownTo: row.knownTo },
      })),
    );
  await manager.query(
    `UPDATE ${table} AS row SET known_to = closed."knownTo" FROM (${closed}) AS closed WHERE ${same}`,
    [keys(rows.filter((row) => row.knownFrom < row.knownTo))],
  );
  await manager.query(`DELETE FROM ${table} AS row USING (${closed}) AS closed WHERE ${same}`, [
    keys(rows.filter((row) => row.knownFrom >= row.knownTo)),
  ]);
}

function insert(manager: EntityManager, entity: Entity, rows: Plan['inserts']): Promise<void> {
  return insertRows(
    manager,
    entity,
    rows.map(({ columns, ...row }) => ({ ...row, ...columns })),
  );
}
