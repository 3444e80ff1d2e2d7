import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

interface Limit {
  /** Failures that nobody waits for. */
  readonly free: number;
  /** The longest wait, in seconds. */
  readonly longest: number;
}

/** Whoever guesses from one address soon waits long; a person elsewhere waits little, whatever others try. */
const LIMITS = {
  'name from address': { free: 5, longest: 900 },
  address: { free: 30, longest: 300 },
  name: { free: 20, longest: 10 },
} as const satisfies Record<string, Limit>;

type Kind = keyof typeof LIMITS;

/** Failures are forgotten after so long without another one. */
const FORGOTTEN = '1 day';

/** Slows down whoever guesses passwords, and shuts nobody out for good. */
export class Attempts {
  constructor(private readonly pool: Pool) {}

  /** Whether another attempt may be made now. An attempt that may not be made is not counted. */
  async mayTry(signInName: string, address: string): Promise<boolean> {
    const digests = subjects(signInName, address).map(([, digest]) => digest);
    const { rows } = await this.pool.query<{ waits: boolean }>(
      'SELECT coalesce(max(wait_until) > now(), false) AS waits FROM access.failed_attempt WHERE subject = ANY ($1::bytea[])',
      [digests],
    );
    return rows[0]?.waits !== true;
  }

  async failed(signInName: string, address: string): Promise<void> {
    await this.pool.query(`DELETE FROM access.failed_attempt WHERE last_at < now() - interval '${FORGOTTEN}'`);
    for (const [kind, digest] of subjects(signInName, address)) {
      const { free, longest } = LIMITS[kind];
      await this.pool.query(NOTE_FAILURE, [digest, free, longest]);
    }
  }

  /** Forgets what failed under this name from this address, and nothing that others did. */
  async succeeded(signInName: string, address: string): Promise<void> {
    const own = subjects(signInName, address)[0];
    await this.pool.query('DELETE FROM access.failed_attempt WHERE subject = $1', [own?.[1]]);
  }
}

/** From one failure to the next the wait doubles, from a second up. */
const NOTE_FAILURE = `
  INSERT INTO access.failed_attempt AS kept (subject, failures, last_at, wait_until) VALUES ($1, 1, now(), now())
  ON CONFLICT (subject) DO UPDATE SET failures = kept.failures + 1, last_at = now(), wait_until = CASE
    WHEN kept.failures < $2::int THEN now()
    ELSE now() + interval '1 second' * least($3::int, power(2, least(kept.failures - $2::int, 30)))
  END`;

function subjects(signInName: string, address: string): [Kind, Buffer][] {
  const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();
  return [
    ['name from address', digest('name from address', signInName, address)],
    ['address', digest('address', address)],
    ['name', digest('name', signInName)],
  ];
}
