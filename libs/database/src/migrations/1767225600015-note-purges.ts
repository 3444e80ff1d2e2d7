import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** Which erasures the read models were purged of: what is decided and not noted here is purged at the next start. */
export class NotePurges1767225600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work.purged (
        -- The id of the event that decided it.
        erasure uuid PRIMARY KEY,
        purged_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON work.purged TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE work.purged');
  }
}
