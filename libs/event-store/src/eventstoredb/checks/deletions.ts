import type { Danger } from '../../event-store.port';
import { isOfServer } from '../stored-event';
import { fieldsOf } from './access';
import { Findings } from './findings';
import type { ServerRecord } from './record-requests';
import type { ServerRecords } from './server-records';

const TOMBSTONE = '$streamDeleted';
const POLICY = '$authorization-policy-changed';

/** Policies by which access lists hold, or administrators alone may do anything. */
const KNOWN_POLICIES = ['acl', 'fallback'];

const TOMBSTONED: Danger = {
  rule: 'stream-tombstoned',
  what: 'All events are deleted for ever, and nothing can be appended (tombstone)',
  remedy: 'Restore a backup of the server from before; no tombstone can be taken back.',
};

/** Streams that are gone for ever, and another rule than access lists for who may delete. */
export async function recordDangers(records: ServerRecords): Promise<Danger[]> {
  const findings = new Findings();
  const ended = new Set<string>();
  let policy: ServerRecord | undefined;
  // Where this is refused, so is the reading of metadata, which says so.
  await records.each({ types: [TOMBSTONE, POLICY] }, (record) => {
    if (record.type === POLICY) policy ??= record;
    if (record.type !== TOMBSTONE || isOfServer(record.stream) || ended.has(record.stream)) return;
    ended.add(record.stream);
    findings.add(TOMBSTONED, record.stream);
  });
  return [...findings.dangers(), ...policyDangers(policy)];
}

function policyDangers(record: ServerRecord | undefined): Danger[] {
  const name = record ? policyOf(record) : 'acl';
  if (KNOWN_POLICIES.includes(name)) return [];
  return [
    {
      rule: 'other-policy',
      what: `The server asks the policy "${name}" who may delete events, and not access lists: it cannot be shown.`,
      remedy: 'Set streamAccessPolicyType in $authorization-policy-settings to acl.',
    },
  ];
}

function policyOf({ data }: ServerRecord): string {
  try {
    return String(fieldsOf(data).streamAccessPolicyType);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return 'unreadable';
  }
}
