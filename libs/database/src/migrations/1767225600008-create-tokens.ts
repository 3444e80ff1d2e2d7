import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** By what programs act for people. Tokens are kept as their digests. */
export class CreateTokens1767225600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.token (
        id uuid PRIMARY KEY,
        -- SHA-256 of the token.
        token_digest bytea NOT NULL UNIQUE CHECK (length(token_digest) = 32),
        person uuid NOT NULL,
        name text NOT NULL,
        may_record boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz
      );
      CREATE INDEX ON access.token (person);

      GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at) ON access.token TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.token');
  }
}
