import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLES } from '../roles';

/**
 * Accounts are deleted when their time is over, with all that hangs on them. And each has a code by which its owner lets
 * an administrator of another partnership find it: the id will not do, for trails hold that.
 */
export class LetAccountsGo1767225600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['link', 'second_factor', 'sign_in_half_way']) {
      await runner.query(`
        ALTER TABLE access.${table} DROP CONSTRAINT ${table}_person_fkey;
        ALTER TABLE access.${table} ADD CONSTRAINT ${table}_person_fkey
          FOREIGN KEY (person) REFERENCES access.account ON DELETE CASCADE;
      `);
    }
    await runner.query(`
      ALTER TABLE access.identity DROP CONSTRAINT identity_person_fkey;
      ALTER TABLE access.identity ADD CONSTRAINT identity_person_fkey
        FOREIGN KEY (person) REFERENCES access.account ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE access.account ADD COLUMN code uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
      GRANT DELETE ON access.account TO ${ROLES.application};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE DELETE ON access.account FROM ${ROLES.application};
      ALTER TABLE access.account DROP COLUMN code;
    `);
  }
}
