import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** What inspectors read. The application adds to it and reads it; only the owner takes away what has been kept long enough. */
export class CreateInspectorReads1767225600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.inspector_read (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person uuid NOT NULL,
        partnership text NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(),
        -- Of the policy table.
        action text NOT NULL,
        method text NOT NULL,
        -- As the route writes it, with ids and without the query.
        path text NOT NULL,
        -- What was answered.
        status int NOT NULL,
        -- Whether something was taken away to keep: a file, a report.
        exported boolean NOT NULL
      );
      CREATE INDEX ON access.inspector_read (partnership, number);
      CREATE INDEX ON access.inspector_read (person, number);

      GRANT SELECT, INSERT ON access.inspector_read TO ${ROLES.application};
    `);
  }

  down(): Promise<void> {
    throw new Error('what inspectors read is never taken away with its table: restore a backup instead');
  }
}
