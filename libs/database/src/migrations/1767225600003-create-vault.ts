import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** Keys of personal data, apart from everything else. A destroyed key keeps its row without the key. */
export class CreateVault1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;

      CREATE TABLE vault.subject_key (
        subject text PRIMARY KEY,
        key bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CONSTRAINT key_or_destroyed CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
      );

      -- Secrets of the installation itself, made at random on the first start.
      CREATE TABLE vault.secret (
        name text PRIMARY KEY,
        value bytea NOT NULL
      );

      GRANT USAGE ON SCHEMA vault TO ${ROLES.vault};
      GRANT SELECT, INSERT, UPDATE ON vault.subject_key, vault.secret TO ${ROLES.vault};
    `);
  }

  down(): Promise<void> {
    throw new Error('keys are never taken away with their schema: restore a backup instead');
  }
}
