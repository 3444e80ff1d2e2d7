import { BadSetting } from './bad-setting';

/** How many requests are answered in a minute, by each server on its own. */
export interface RateLimits {
  /** Of one person, to read. */
  readonly reads: number;
  /** Of one person, to do anything else. */
  readonly writes: number;
  /** Of one address, from people who are not signed in. */
  readonly address: number;
  /** Of one address, to sign in. */
  readonly signIns: number;
}

/** No person comes near them. A council of hundreds may share one address. */
const DEFAULT = '600,120,1200,120';

/**
 * @param text four numbers with commas between, or `off`
 * @returns null for no limits
 * @throws BadSetting
 */
export function readRateLimits(text: string | undefined): RateLimits | null {
  const given = text === undefined || text === '' ? DEFAULT : text;
  if (given === 'off') return null;
  const [reads = 0, writes = 0, address = 0, signIns = 0, ...more] = given.split(',').map(Number);
  const all = [reads, writes, address, signIns];
  if (more.length > 0 || !all.every((each) => Number.isSafeInteger(each) && each > 0)) {
    throw new BadSetting(`RATE_LIMITS must be four numbers above 0 such as ${DEFAULT}, or off`);
  }
  return { reads, writes, address, signIns };
}
