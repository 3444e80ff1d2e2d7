import type { Danger } from '../../event-store.port';
import { REFUSED, type ServerRecords } from './server-records';

/** Where the server lists its users: administrators alone may read it. */
const USERS = '$users';

/**
 * Tries what only administrators may do, and changes nothing by it.
 * @param url the URL of the store
 */
export async function userDangers(records: ServerRecords, url: string): Promise<Danger[]> {
  if ((await records.newest(USERS)) === REFUSED) return [];
  const name = userOf(url);
  if (name === null) {
    return [
      {
        rule: 'no-users',
        what: 'The server asks for no user: everybody who reaches it may do everything with the log.',
        remedy: 'Run it with TLS and users (never --insecure), and name the tracker’s own user in EVENT_STORE_URL.',
      },
    ];
  }
  return [
    {
      rule: 'user-is-administrator',
      what: `The user ${name} may read $users, as administrators may: it could delete every event.`,
      remedy: 'Use a user without groups in EVENT_STORE_URL; docker/event-store/prepare.js makes one.',
    },
  ];
}

function userOf(url: string): string | null {
  const name = /^\S+?:\/\/([^:/@]+):[^@]*@/.exec(url)?.[1];
  return name === undefined ? null : decodeURIComponent(name);
}
