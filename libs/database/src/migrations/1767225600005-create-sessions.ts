import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** Who is signed in to the pages. Tokens are kept as their digests, so that nobody can sign in with what stands here. */
export class CreateSessions1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA access;

      CREATE TABLE access.session (
        -- SHA-256 of the token in the cookie.
        token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
        person uuid NOT NULL,
        role text NOT NULL,
        signed_in_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now()
      );

      GRANT USAGE ON SCHEMA access TO ${ROLES.application};
      GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at) ON access.session TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA access CASCADE');
  }
}
