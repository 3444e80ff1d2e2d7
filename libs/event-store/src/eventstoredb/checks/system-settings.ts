import type { Danger } from '../../event-store.port';
import { fieldsOf, type Holders, holdersOf, inWords, othersAmong, type Right } from './access';
import type { ServerRecord } from './record-requests';
import { REFUSED } from './server-records';

/** What holds for all streams that have no access list of their own. */
export const SETTINGS_STREAM = '$settings';

const PREPARE = 'Run docker/event-store/prepare.js as administrator: it gives $d and $mw of $userStreamAcl to $admins.';

const RIGHTS: readonly { readonly right: Right; readonly rule: string; readonly can: string }[] = [
  { right: '$d', rule: 'anybody-deletes', can: 'delete streams of the log' },
  { right: '$mw', rule: 'anybody-sets-metadata', can: 'let events of the log age out' },
];

/** @param record the newest of `$settings`; undefined where there is none */
export function settingsDangers(record: ServerRecord | undefined | typeof REFUSED): Danger[] {
  if (record === REFUSED) {
    return danger(
      'settings-unreadable',
      'This user may not read $settings, so that it cannot be shown who may delete events.',
      'Let it: $r of the $acl in the metadata of $settings. docker/event-store/prepare.js does so.',
    );
  }
  if (record === undefined) {
    return danger(
      'settings-missing',
      'The server has no $settings: by its defaults everybody may delete events.',
      PREPARE,
    );
  }
  try {
    const { $userStreamAcl: ofUsers, $systemStreamAcl: ofServer } = fieldsOf(record.data);
    return [...ofUserStreams(ofUsers), ...ofSystemStreams(ofServer)];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return danger(
      'settings-malformed',
      'The server cannot read its $settings: by its defaults everybody may delete events.',
      PREPARE,
    );
  }
}

/** Where nothing is said, the server's default holds: everybody. */
function ofUserStreams(list: unknown): Danger[] {
  return RIGHTS.flatMap(({ right, rule, can }) => {
    const holders: Holders = holdersOf(list, right) ?? ['$all'];
    const others = othersAmong(holders);
    return others.length === 0
      ? []
      : danger(rule, `By $userStreamAcl ${inWords(others)} may ${can} (${right}).`, PREPARE);
  });
}

/** Where nothing is said, the server's default holds: administrators. */
function ofSystemStreams(list: unknown): Danger[] {
  const others = new Set((['$w', '$d', '$mw'] as const).flatMap((right) => othersAmong(holdersOf(list, right))));
  if (others.size === 0) return [];
  return danger(
    'anybody-changes-settings',
    `By $systemStreamAcl ${inWords([...others])} may change the settings and users of the server.`,
    'Leave $w, $d and $mw of $systemStreamAcl to $admins.',
  );
}

function danger(rule: string, what: string, remedy: string): Danger[] {
  return [{ rule, what, remedy }];
}
