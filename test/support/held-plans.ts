import { migrate, roleUrls } from '@promise/database';
import { EmbeddedPostgres } from '@promise/embedded-postgres';
import { Client } from 'pg';
import { until } from './until';

const LOCK = 1;

/** A plan that is published waits for whoever has the lock. */
const HOLD = `
  CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN NEW; END $$;
  CREATE TRIGGER hold BEFORE INSERT ON log.event FOR EACH ROW WHEN (NEW.type = 'PlanPublished') EXECUTE FUNCTION hold()`;

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'
  AND application_name LIKE '%-writer'`;

/** Keeps a server that loads its plans from going on after the first file, however quick it is. */
export class HeldPlans {
  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly client: Client,
  ) {}

  /** Makes the database of the data folder, which no server uses yet. */
  static async of(dataDir: string): Promise<HeldPlans> {
    const postgres = await EmbeddedPostgres.start({ dataDir });
    await migrate(roleUrls(postgres.url).owner);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(HOLD);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return new HeldPlans(postgres, client);
  }

  /** Waits until the server waits. */
  async waits(): Promise<void> {
    await until('a plan is held', async () => (await this.client.query(WAITING)).rowCount === 1);
  }

  /** Lets the server go on, and leaves the database to it. */
  async letGo(): Promise<void> {
    await this.client.end();
    await this.postgres.stop();
  }
}
