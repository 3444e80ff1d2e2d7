import { withOptions } from '@promise/database';
import { Client } from 'pg';
import { sleep } from './sleep';

/** Advisory locks of the database; the numbers only have to differ from each other and from those of others. */
const FOLLOW_LOCK = 7_301_004;
const REBUILD_LOCK = 7_301_002;

/** How often whoever has the lease says that it still works, and how long PostgreSQL waits to hear it. */
interface LeaseTimes {
  readonly renewMs: number;
  readonly lifeMs: number;
}

const TO_FOLLOW: LeaseTimes = { renewMs: 1_500, lifeMs: 6_000 };
/** Longer: nobody waits for it as readers wait for whoever follows, and what loses it has worked in vain. */
const TO_REBUILD: LeaseTimes = { renewMs: 1_500, lifeMs: 15_000 };

/** How often whoever waits looks again. */
const LOOK_AGAIN_MS = 500;

/** The lease while it is had. */
export interface Held {
  /** Aborts when the lease was lost: PostgreSQL ended the session, or could not be reached in time. */
  readonly lost: AbortSignal;
  giveBack(): Promise<void>;
}

/**
 * The right to follow the log for the read models of one database, or to rebuild them; of all processes one has it. It is a
 * lock of a session that PostgreSQL itself ends: at once when the process is gone, and after some seconds when the session
 * was not heard of, be it that the process hangs or that the network is broken. It spares work and no more: that each event
 * is applied once is the checkpoint's doing.
 */
export class Lease {
  private constructor(
    private readonly url: string,
    private readonly lock: number,
    private readonly times: LeaseTimes,
  ) {}

  /** @param url of a role that may connect */
  static toFollow(url: string, times = TO_FOLLOW): Lease {
    return new Lease(url, FOLLOW_LOCK, times);
  }

  /** @param url of a role that may connect */
  static toRebuild(url: string, times = TO_REBUILD): Lease {
    return new Lease(url, REBUILD_LOCK, times);
  }

  /**
   * Waits until nobody else has it.
   * @param onWaiting told each time that another process was found to have it
   * @returns null when `signal` aborted first
   * @throws what the database says
   */
  async take(signal: AbortSignal, onWaiting: () => void): Promise<Held | null> {
    const { renewMs, lifeMs } = this.times;
    const client = new Client({
      connectionString: withOptions(this.url, `-c idle_session_timeout=${lifeMs}`),
      application_name: 'promise-lease',
      connectionTimeoutMillis: lifeMs,
      query_timeout: lifeMs,
      keepAlive: true,
    });
    const lost = new AbortController();
    for (const event of ['error', 'end'] as const)
      client.on(event, () => {
        lost.abort();
      });
    try {
      await client.connect();
      while (!signal.aborted) {
        if (await isTaken(client, this.lock)) return holding(client, lost, renewMs);
        onWaiting();
        await sleep(LOOK_AGAIN_MS, signal);
      }
      await client.end();
      return null;
    } catch (error) {
      await client.end();
      throw error;
    }
  }
}

async function isTaken(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lock]);
  return rows[0]?.taken ?? false;
}

function holding(client: Client, lost: AbortController, renewMs: number): Held {
  const timer = setInterval(() => {
    client.query('SELECT 1').catch(() => {
      lost.abort();
    });
  }, renewMs);
  return {
    lost: lost.signal,
    giveBack: async () => {
      clearInterval(timer);
      await client.end();
    },
  };
}

/** Whether any process has the lease to follow in this database now. */
export const LEASE_IS_HELD = `SELECT EXISTS (
  SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = ${FOLLOW_LOCK} AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS held`;
