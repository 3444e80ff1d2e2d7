import type { Danger } from '../event-store.port';

/** What PostgreSQL says about the log, each true where it is as it should be. */
export type Safety = Readonly<
  Record<
    'durable' | 'whole_pages' | 'logged' | 'powerless' | 'apart' | 'only_grows' | 'stays' | 'only_forward',
    boolean
  >
>;

/** Bits of `tgtype`: 1 each row, 2 before, 8 delete, 16 update, 32 truncate. */
const trigger = (name: string, table: string, type: number): string => `EXISTS (
  SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE t.tgrelid = to_regclass('${table}') AND t.tgname = '${name}' AND t.tgtype = ${type} AND t.tgenabled = 'A'
    AND p.oid = to_regproc('log.refuse_change') AND p.prosrc LIKE '%RAISE EXCEPTION%')`;

/** As whoever appends: what this role may do, and whether all stands that keeps everybody from changing the log. */
export const SAFETY = `
  SELECT
    current_setting('fsync') = 'on' AS durable,
    current_setting('full_page_writes') = 'on' AS whole_pages,
    (SELECT coalesce(bool_and(relpersistence = 'p'), false) FROM pg_class
      WHERE oid IN (to_regclass('log.event'), to_regclass('log.head'))) AS logged,
    NOT EXISTS (
      SELECT FROM unnest(ARRAY['log.event', 'log.head']) AS held (name),
        unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS asked (privilege)
      WHERE has_table_privilege(held.name, asked.privilege)
        OR (asked.privilege IN ('INSERT', 'UPDATE') AND has_any_column_privilege(held.name, asked.privilege))
    ) AS powerless,
    NOT EXISTS (
      SELECT FROM pg_class JOIN pg_roles r ON r.rolname = current_user
      WHERE pg_class.oid IN (to_regclass('log.event'), to_regclass('log.head'))
        AND (r.rolsuper OR pg_has_role(current_user, relowner, 'MEMBER'))) AS apart,
    ${trigger('only_grows', 'log.event', 2 + 8 + 16 + 32)} AS only_grows,
    ${trigger('stays', 'log.head', 2 + 8 + 32)} AS stays,
    ${trigger('only_forward', 'log.head', 1 + 2 + 16)} AS only_forward`;

const GUARD = 'Find out who took it away and what was changed since; a backup of the log has it.';

const DANGERS: Readonly<Record<keyof Safety, Danger>> = {
  durable: {
    rule: 'not-durable',
    what: 'PostgreSQL runs with fsync off: a crash would lose events that were acknowledged.',
    remedy: 'Set fsync to on.',
  },
  whole_pages: {
    rule: 'torn-pages',
    what: 'PostgreSQL runs with full_page_writes off: a crash could tear what was written before.',
    remedy: 'Set full_page_writes to on.',
  },
  logged: {
    rule: 'log-is-unlogged',
    what: 'A table of the log is UNLOGGED: a crash would empty it.',
    remedy: 'Run ALTER TABLE log.event SET LOGGED, and the same for log.head.',
  },
  powerless: {
    rule: 'application-changes-log',
    what: 'The role that the tracker appends with may write to the tables of the log directly.',
    remedy: 'Take INSERT, UPDATE, DELETE, TRUNCATE and TRIGGER on log.event and log.head away from it.',
  },
  apart: {
    rule: 'application-owns-log',
    what: 'The role that the tracker appends with owns the log or is a superuser, and could switch off what protects it.',
    remedy: 'Use the role promise_application, which is no member of promise_owner.',
  },
  only_grows: {
    rule: 'log-unguarded',
    what: 'What refuses to change or delete events (the trigger only_grows on log.event) is not there, or is not always on.',
    remedy: GUARD,
  },
  stays: {
    rule: 'head-unguarded',
    what: 'What refuses to delete the end of the log (the trigger stays on log.head) is not there, or is not always on.',
    remedy: GUARD,
  },
  only_forward: {
    rule: 'head-goes-back',
    what: 'What refuses to turn the log back (the trigger only_forward on log.head) is not there, or is not always on.',
    remedy: GUARD,
  },
};

export function dangersOf(safety: Safety): Danger[] {
  return Object.entries(DANGERS)
    .filter(([name]) => !safety[name as keyof Safety])
    .map(([, danger]) => danger);
}
