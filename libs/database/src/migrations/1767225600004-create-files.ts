import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** Evidence files, sealed; in the database so that several servers share them. */
export class CreateFiles1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA files;

      CREATE TABLE files.file (
        id uuid PRIMARY KEY,
        partnership text NOT NULL,
        subject text NOT NULL,
        media_type text NOT NULL,
        -- Bytes and digest (hexadecimal) of what was given, before it was sealed.
        size int NOT NULL CHECK (size >= 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- AES-256-GCM: iv, ciphertext, tag.
        sealed bytea NOT NULL,
        -- The file's own key, wrapped by its subject's key.
        wrapped_key bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      -- Sealed bytes do not compress.
      ALTER TABLE files.file ALTER COLUMN sealed SET STORAGE EXTERNAL;

      GRANT USAGE ON SCHEMA files TO ${ROLES.application};
      GRANT SELECT, INSERT ON files.file TO ${ROLES.application};
    `);
  }

  down(): Promise<void> {
    throw new Error('evidence is never taken away with its schema: restore a backup instead');
  }
}
