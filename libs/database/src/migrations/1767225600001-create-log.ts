import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** The event log: it only grows, whoever asks for something else. */
export class CreateLog1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSE_CHANGE);
    await runner.query(`GRANT USAGE ON SCHEMA log TO ${ROLES.application}, ${ROLES.projector}`);
    await runner.query(`GRANT SELECT ON log.event, log.head TO ${ROLES.application}, ${ROLES.projector}`);
  }

  down(): Promise<void> {
    throw new Error('the log is never taken away: restore a backup instead');
  }
}

const TABLES = `
  CREATE SCHEMA log;

  CREATE TABLE log.event (
    position bigint PRIMARY KEY CHECK (position > 0),
    stream text NOT NULL,
    version int NOT NULL CHECK (version >= 0),
    id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    envelope bytea NOT NULL,
    payload bytea NOT NULL,
    UNIQUE (stream, version)
  );

  -- One row: the position of the last event. Its lock puts all writers into one order.
  CREATE TABLE log.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL
  );
  INSERT INTO log.head (position) VALUES (0);
`;

/** ALWAYS: the triggers fire in a session that calls itself a replica, too. */
const REFUSE_CHANGE = `
  CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% of %.% is refused: the log only grows', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END $$;

  CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
  ALTER TABLE log.event ENABLE ALWAYS TRIGGER only_grows;

  CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON log.head
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
  ALTER TABLE log.head ENABLE ALWAYS TRIGGER stays;

  CREATE TRIGGER only_forward BEFORE UPDATE ON log.head
    FOR EACH ROW WHEN (NEW.position < OLD.position) EXECUTE FUNCTION log.refuse_change();
  ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward;
`;
