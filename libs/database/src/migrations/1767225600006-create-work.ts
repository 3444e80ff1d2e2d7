import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** Work that takes a while: how far it is, so that any server can show it, and when it was last heard of. */
export class CreateWork1767225600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA work;

      CREATE TABLE work.job (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('import', 'rebuild')),
        -- Null for what is about the whole tracker.
        partnership text,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        -- How much is done, of how much; null while nobody knows.
        done int NOT NULL DEFAULT 0 CHECK (done >= 0),
        total int CHECK (total >= 0),
        -- Why it failed.
        reason text,
        -- The file of an import, AES-256-GCM (iv, ciphertext, tag), and its key under a secret of the installation.
        sealed bytea,
        wrapped_key bytea,
        -- When it was made ready, begun or ended.
        moved_at timestamptz NOT NULL DEFAULT now(),
        -- Whoever is at work says so every few seconds.
        beat_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT import_has_file_and_partnership CHECK (
          (kind = 'import') = (partnership IS NOT NULL)
          AND (kind = 'import') = (sealed IS NOT NULL)
          AND (kind = 'import') = (wrapped_key IS NOT NULL)
        )
      );
      -- Sealed bytes do not compress.
      ALTER TABLE work.job ALTER COLUMN sealed SET STORAGE EXTERNAL;
      CREATE UNIQUE INDEX one_rebuild ON work.job (kind) WHERE kind = 'rebuild' AND state = 'running';

      GRANT USAGE ON SCHEMA work TO ${ROLES.application};
      GRANT SELECT, INSERT, DELETE, UPDATE (state, done, total, reason, moved_at, beat_at)
        ON work.job TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA work CASCADE');
  }
}
