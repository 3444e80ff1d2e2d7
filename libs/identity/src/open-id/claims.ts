import { isPlainText } from '@promise/kernel';
import { OpenIdRefused } from './refused';

const LONGEST_NAME = 200;

/** What a provider says of somebody: text, lists, whatever it was set to. */
export type Claims = Readonly<Record<string, unknown>>;

/** Their name; null where none was told that can be shown. */
export function nameIn(claims: Claims): string | null {
  const name = typeof claims.name === 'string' ? claims.name.trim() : '';
  return name !== '' && name.length <= LONGEST_NAME && isPlainText(name) ? name : null;
}

/**
 * The groups of a claim; null where it is not there.
 * @throws OpenIdRefused the provider says that there are too many to tell (Microsoft Entra ID does from 200 on), or it is no list
 */
export function groupsIn(claims: Claims, claim: string): readonly string[] | null {
  const elsewhere = claims._claim_names;
  if (isObject(elsewhere) && Object.hasOwn(elsewhere, claim)) throw new OpenIdRefused('groups-not-told', 'overage');
  if (claims.hasgroups === true) throw new OpenIdRefused('groups-not-told', 'overage');
  const groups = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (groups === undefined) return null;
  const list = typeof groups === 'string' ? [groups] : groups;
  if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
  throw new OpenIdRefused('groups-not-told', 'not-a-list');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
