import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** People who sign in at a service of their council: who is who there, and sign-ins that are under way. */
export class CreateIdentities1767225600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person uuid NOT NULL UNIQUE REFERENCES access.account DEFERRABLE INITIALLY DEFERRED,
        signed_in_at timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject)
      );

      CREATE TABLE access.open_id_sign_in (
        -- SHA-256 of the state that the provider sends back.
        state_digest bytea PRIMARY KEY CHECK (length(state_digest) = 32),
        -- SHA-256 of the token in the browser's cookie.
        session_digest bytea NOT NULL CHECK (length(session_digest) = 32),
        provider text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        go_to text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ON access.open_id_sign_in (expires_at);

      -- The service where somebody signed in, so that they can be led there to sign out.
      ALTER TABLE access.session ADD COLUMN provider text;

      GRANT SELECT, INSERT, UPDATE (signed_in_at) ON access.identity TO ${ROLES.application};
      GRANT SELECT, INSERT, DELETE ON access.open_id_sign_in TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.session DROP COLUMN provider;
      DROP TABLE access.open_id_sign_in, access.identity;
    `);
  }
}
