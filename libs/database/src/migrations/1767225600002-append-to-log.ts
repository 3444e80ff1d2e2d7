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
 * first call on: statistics of an empty log would mislead the plans that a connection keeps. The notification carries
 * the position of the last event.
 */
const APPEND = `
CREATE FUNCTION log.append(
  streams text[], expectations int[],
  owners int[], ids uuid[], types text[], envelope_lengths int[], payload_lengths int[], bytes bytea
) RETURNS TABLE (outcome text, last_position bigint, last_version int, taken_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
DECLARE
  head bigint;
  added bigint;
  actuals int[];
  outcomes text[];
  lasts bigint[];
  takens uuid[];
BEGIN
  SELECT h.position INTO STRICT head FROM log.head h FOR UPDATE;

  actuals := ARRAY(
    SELECT coalesce((SELECT max(e.version) FROM log.event e WHERE e.stream = a.stream), -1)
    FROM unnest(streams) WITH ORDINALITY AS a (stream, n) ORDER BY a.n
  );

  IF actuals = expectations AND NOT EXISTS (SELECT FROM log.event e WHERE e.id = ANY (ids)) THEN
    outcomes := array_fill('appended'::text, ARRAY[cardinality(streams)]);
  ELSE
    SELECT array_agg(j.outcome ORDER BY j.owner), array_agg(j.last ORDER BY j.owner), array_agg(j.id ORDER BY j.owner)
    INTO outcomes, lasts, takens
    FROM (
      SELECT g.owner, max(e.position) AS last, min(e.id::text)::uuid AS id,
        CASE
          WHEN count(e.id) = count(*) AND bool_and(e.stream = streams[g.owner] AND e.version = g.version) THEN 'already'
          WHEN count(e.id) > 0 THEN 'taken'
          WHEN actuals[g.owner] <> expectations[g.owner] THEN 'wrong'
          ELSE 'appended'
        END AS outcome
      FROM (
        SELECT p.owner, p.id, expectations[p.owner] + row_number() OVER (PARTITION BY p.owner ORDER BY p.n) AS version
        FROM unnest(owners, ids) WITH ORDINALITY AS p (owner, id, n)
      ) g
      LEFT JOIN log.event e ON e.id = g.id
      GROUP BY g.owner
    ) j;
  END IF;

  INSERT INTO log.event (position, stream, version, id, type, envelope, payload)
  SELECT head + row_number() OVER (ORDER BY g.n), streams[g.owner],
    expectations[g.owner] + row_number() OVER (PARTITION BY g.owner ORDER BY g.n), g.id, g.type,
    substring(bytes FROM g.after - g.payload_length - g.envelope_length + 1 FOR g.envelope_length),
    substring(bytes FROM g.after - g.payload_length + 1 FOR g.payload_length)
  FROM (
    SELECT p.*, (sum(p.envelope_length + p.payload_length) OVER (ORDER BY p.n))::int AS after
    FROM unnest(owners, ids, types, envelope_lengths, payload_lengths)
      WITH ORDINALITY AS p (owner, id, type, envelope_length, payload_length, n)
  ) g
  WHERE outcomes[g.owner] = 'appended';
  GET DIAGNOSTICS added = ROW_COUNT;

  IF added > 0 THEN
    UPDATE log.head h SET position = h.position + added;
    PERFORM pg_notify('log', (head + added)::text);
  END IF;

  RETURN QUERY
  SELECT outcomes[s.owner],
    CASE outcomes[s.owner]
      WHEN 'appended' THEN
        head + (sum(s.size) FILTER (WHERE outcomes[s.owner] = 'appended') OVER (ORDER BY s.owner))::bigint
      WHEN 'already' THEN lasts[s.owner]
    END,
    CASE outcomes[s.owner] WHEN 'wrong' THEN actuals[s.owner] ELSE expectations[s.owner] + s.size::int END,
    CASE outcomes[s.owner] WHEN 'taken' THEN takens[s.owner] END
  FROM (SELECT o.owner, count(*) AS size FROM unnest(owners) AS o (owner) GROUP BY o.owner) s
  ORDER BY s.owner;
END $$`;
