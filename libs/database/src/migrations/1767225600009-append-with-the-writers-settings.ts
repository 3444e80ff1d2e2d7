import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND = 'log.append(text[], int[], int[], uuid[], text[], int[], int[], bytea)';

/**
 * Setting and resetting these at each call cost a tenth of a busy server's appends. The connections that append have them
 * from their beginning instead (`Writer`); whoever calls without them gets the same answers, more slowly.
 */
export class AppendWithTheWritersSettings1767225600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION ${APPEND} RESET enable_seqscan;
      ALTER FUNCTION ${APPEND} RESET plan_cache_mode;
      ALTER FUNCTION ${APPEND} RESET jit;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION ${APPEND} SET enable_seqscan = off;
      ALTER FUNCTION ${APPEND} SET plan_cache_mode = force_generic_plan;
      ALTER FUNCTION ${APPEND} SET jit = off;
    `);
  }
}
