import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** The one way into the log: many appends in one call, each of them all or nothing. */
export class AppendToLog1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND);
    await runner.query(`REVOKE ALL ON FUNCTION ${SIGNATURE} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO ${ROLES.application}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${SIGNATURE}`);
  }
}

const SIGNATURE = 'log.append(text[], int[], int[], uuid[], text[], int[], int[], bytea)';

/**
 * Arguments: per append its stream (each at most once a call) and the version expected of it; per event the number of
 * its append (from 1, in order), its id (each at most once a call), its type, the lengths of its envelope and of its
 * payload; and the bytes of all envelopes and payloads one after the other.
 *
 * One row per append, in order: `appended` or `already` (the same ids stand at this very place) with position and
 * version of its last event; `wrong` with the stream's version; `taken` with an id that stands elsewhere.
 *
 * VOLATILE, and the head row locked first: every later statement sees all that earlier writers committed, and the
 * lock holds until the commit, so positions appear in order and without gaps. Planned for index look-ups from the
 * first call on: statistics of an empty log would mislead the plans that a connection keeps.
 */
const APPEND = `
CREATE FUNCTION log.append(
  streams text[], expectations int[],
  owners int[], ids uuid[], types text[], envelope_lengths int[], payload_lengths int[], bytes bytea
) RETURNS TABLE (outcome text, last_position bigint, last_version int, taken_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  head bigint;
BEGIN
  SELECT h.position INTO STRICT head FROM log.head h FOR UPDATE;

  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT a.n::int AS n, a.stream, a.expected,
      coalesce((SELECT max(e.version) FROM log.event e WHERE e.stream = a.stream), -1) AS actual
    FROM unnest(streams, expectations) WITH ORDINALITY AS a (stream, expected, n)
  ), given AS MATERIALIZED (
    SELECT g.n, g.owner, g.id, g.type, g.envelope_length, g.payload_length,
      streams[g.owner] AS stream,
      expectations[g.owner] + (row_number() OVER (PARTITION BY g.owner ORDER BY g.n))::int AS version,
      (sum(g.envelope_length + g.payload_length) OVER (ORDER BY g.n))::int
        - g.envelope_length - g.payload_length AS start
    FROM unnest(owners, ids, types, envelope_lengths, payload_lengths)
      WITH ORDINALITY AS g (owner, id, type, envelope_length, payload_length, n)
  ), found AS MATERIALIZED (
    SELECT g.owner, count(*)::int AS size, max(g.version) AS version, count(s.id) AS known,
      bool_and(s.stream = g.stream AND s.version = g.version) AS same,
      max(s.position) AS last, min(s.id::text)::uuid AS id
    FROM given g LEFT JOIN log.event s ON s.id = g.id
    GROUP BY g.owner
  ), judged AS MATERIALIZED (
    SELECT a.n, a.actual, f.size, f.version, f.last, f.id,
      CASE
        WHEN f.known = f.size AND f.same THEN 'already'
        WHEN f.known > 0 THEN 'taken'
        WHEN a.actual <> a.expected THEN 'wrong'
        ELSE 'appended'
      END AS outcome
    FROM asked a JOIN found f ON f.owner = a.n
  ), placed AS MATERIALIZED (
    SELECT head + row_number() OVER (ORDER BY g.n) AS position, g.*
    FROM given g JOIN judged j ON j.n = g.owner AND j.outcome = 'appended'
  ), inserted AS (
    INSERT INTO log.event (position, stream, version, id, type, envelope, payload)
    SELECT p.position, p.stream, p.version, p.id, p.type,
      substring(bytes FROM p.start + 1 FOR p.envelope_length),
      substring(bytes FROM p.start + p.envelope_length + 1 FOR p.payload_length)
    FROM placed p
  ), ends AS MATERIALIZED (
    SELECT p.owner, max(p.position) AS position FROM placed p GROUP BY p.owner
  ), moved AS (
    UPDATE log.head h SET position = m.position
    FROM (SELECT max(position) AS position FROM ends) m WHERE m.position IS NOT NULL
  )
  SELECT j.outcome,
    CASE j.outcome WHEN 'appended' THEN e.position WHEN 'already' THEN j.last END,
    CASE j.outcome WHEN 'wrong' THEN j.actual ELSE j.version END,
    CASE j.outcome WHEN 'taken' THEN j.id END
  FROM judged j LEFT JOIN ends e ON e.owner = j.n
  ORDER BY j.n;

  PERFORM pg_notify('log', '');
END $$`;
