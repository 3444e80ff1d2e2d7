import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/** By what people sign in beside their password, for those who want that. */
export class CreateSecondFactors1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.second_factor (
        person uuid PRIMARY KEY REFERENCES access.account,
        -- The key of the codes under a random key of its own, and that one under a secret of the vault.
        wrapped_key bytea NOT NULL,
        sealed bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        -- Null until a first code has shown that the person has the key.
        confirmed_at timestamptz,
        -- The last step of 30 seconds whose code was taken: no code counts twice.
        last_step bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE access.recovery_code (
        id uuid PRIMARY KEY,
        person uuid NOT NULL REFERENCES access.second_factor ON DELETE CASCADE,
        -- argon2id in PHC form.
        code text NOT NULL
      );
      CREATE INDEX ON access.recovery_code (person);

      -- Who gave a right password and owes the second factor.
      CREATE TABLE access.sign_in_half_way (
        -- SHA-256 of the token in the browser's cookie.
        token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
        person uuid NOT NULL REFERENCES access.account,
        begun_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ON access.sign_in_half_way (person);

      GRANT SELECT, INSERT, UPDATE, DELETE ON access.second_factor TO ${ROLES.application};
      GRANT SELECT, INSERT, DELETE ON access.recovery_code, access.sign_in_half_way TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.sign_in_half_way, access.recovery_code, access.second_factor');
  }
}
