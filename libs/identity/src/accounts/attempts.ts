import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { networkOf } from '../network';

interface Limit {
  /** Failures that nobody waits for. */
  readonly free: number;
  /** The longest wait, in seconds. */
  readonly longest: number;
}

/** Whoever guesses from one address soon waits long; a person elsewhere waits little, whatever others try. */
const LIMITS = {
  'name from address': { free: 5, longest: 900 },
  // All of a council may come from one address, and everybody through one proxy.
  address: { free: 200, longest: 60 },
  name: { free: 20, longest: 10 },
  // Only somebody who knows the password comes so far, so nobody else can make its owner wait.
  code: { free: 5, longest: 900 },
} as const satisfies Record<string, Limit>;

type Kind = keyof typeof LIMITS;

/** Failures are forgotten after so long without another one. */
const FORGOTTEN = '1 day';

/** For what an attempt counts; the first is whoever makes it alone. */
type Attempt = readonly (readonly [Kind, Buffer])[];

/** Slows down whoever guesses passwords, and shuts nobody out for good. */
export class Attempts {
  constructor(private readonly pool: Pool) {}

  /**
   * Begins an attempt, which counts as failed until it has succeeded: many at the same time are no way round.
   * @returns whether it may be made; one that may not is not counted
   */
  async begin(attempt: Attempt): Promise<boolean> {
    await this.pool.query(`DELETE FROM access.failed_attempt WHERE last_at < now() - interval '${FORGOTTEN}'`);
    for (const subject of attempt) {
      const [kind, digest] = subject;
      const { free, longest } = LIMITS[kind];
      const { rowCount } = await this.pool.query(COUNT_ATTEMPT, [digest, free, longest]);
      if (rowCount === 0) {
        await this.takeBack(attempt.slice(0, attempt.indexOf(subject)));
        return false;
      }
    }
    return true;
  }

  /** Takes back what `begin` counted, and forgets what failed for the first of its subjects. */
  async succeeded(attempt: Attempt): Promise<void> {
    const [own, ...shared] = attempt;
    await this.pool.query('DELETE FROM access.failed_attempt WHERE subject = $1', [own?.[1]]);
    await this.takeBack(shared);
  }

  private async takeBack(attempt: Attempt): Promise<void> {
    await this.pool.query(
      `UPDATE access.failed_attempt SET failures = failures - 1, wait_until = '-infinity' WHERE subject = ANY ($1::bytea[])`,
      [attempt.map(([, digest]) => digest)],
    );
  }
}

/**
 * From one failure to the next the wait doubles, from a second up. While somebody must wait, no row comes back. Whoever
 * need not wait has no time to wait for: of attempts at once, the one that came last may have begun first.
 */
const COUNT_ATTEMPT = `
  INSERT INTO access.failed_attempt AS kept (subject, failures, last_at, wait_until) VALUES ($1, 1, now(), '-infinity')
  ON CONFLICT (subject) DO UPDATE SET failures = kept.failures + 1, last_at = now(), wait_until = CASE
    WHEN kept.failures < $2::int THEN '-infinity'
    ELSE now() + interval '1 second' * least($3::int, power(2, least(kept.failures - $2::int, 30)))
  END
  WHERE kept.wait_until <= now()
  RETURNING failures`;

/** An attempt to sign in by a name and a password. */
export function ofPassword(signInName: string, address: string): Attempt {
  const network = networkOf(address);
  return [subject('name from address', signInName, network), subject('address', network), subject('name', signInName)];
}

/** An attempt at a second factor. */
export function ofCode(person: string, address: string): Attempt {
  return [subject('code', person), subject('address', networkOf(address))];
}

function subject(kind: Kind, ...parts: readonly string[]): readonly [Kind, Buffer] {
  return [
    kind,
    createHash('sha256')
      .update([kind, ...parts].join('\n'))
      .digest(),
  ];
}
