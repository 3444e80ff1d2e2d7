import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** People's own accounts. What the log says of a person is the id alone; names stand here, where they can be changed. */
export class CreateAccounts1767225600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.session DROP COLUMN role;
      CREATE INDEX ON access.session (person);

      CREATE TABLE access.account (
        person uuid PRIMARY KEY,
        name text NOT NULL,
        -- The group as which the person appears to others, for those who do so; people under 18 always.
        appears_as text,
        -- In lower case; null until the invitation is taken up.
        sign_in_name text UNIQUE,
        -- argon2id in PHC form; null until the invitation is taken up.
        password text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((sign_in_name IS NULL) = (password IS NULL))
      );

      CREATE TABLE access.link (
        -- SHA-256 of the token in the link.
        token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
        person uuid NOT NULL REFERENCES access.account,
        expires_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX ON access.link (person);

      CREATE TABLE access.failed_attempt (
        -- SHA-256 of what was tried: a sign-in name from an address, a sign-in name, or an address.
        subject bytea PRIMARY KEY CHECK (length(subject) = 32),
        failures int NOT NULL,
        last_at timestamptz NOT NULL,
        wait_until timestamptz NOT NULL
      );

      GRANT SELECT, INSERT, UPDATE ON access.account TO ${ROLES.application};
      GRANT SELECT, INSERT, DELETE ON access.link TO ${ROLES.application};
      GRANT SELECT, INSERT, UPDATE, DELETE ON access.failed_attempt TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE access.failed_attempt, access.link, access.account;
      DELETE FROM access.session;
      ALTER TABLE access.session ADD COLUMN role text NOT NULL;
    `);
  }
}
