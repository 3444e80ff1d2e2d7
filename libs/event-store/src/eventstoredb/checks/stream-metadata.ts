import type { Danger } from '../../event-store.port';
import { isOfServer } from '../stored-event';
import { fieldsOf, holdersOf, othersAmong } from './access';
import { Findings } from './findings';
import type { ServerRecord } from './record-requests';
import { REFUSED, type ServerRecords } from './server-records';
import { SETTINGS_STREAM } from './system-settings';

const METADATA = '$$';

/** What a soft delete writes as `$tb`, as JavaScript reads it: the largest number of 64 bits. */
const DELETED = Number(2n ** 63n - 1n);

const CLEAR = 'Write metadata of these streams without it, as administrator, and do not scavenge before.';

/** The server keeps its own streams short and that is right; of two of them it depends what may be done with the log. */
const OF_SERVER = ['$all', SETTINGS_STREAM];

/** What the metadata of streams let happen. The newest of each stream counts, whatever type it was written with. */
export async function metadataDangers(records: ServerRecords): Promise<Danger[]> {
  const seen = new Set<string>();
  const findings = new Findings();
  const end = await records.each({ streams: METADATA }, (record) => {
    const stream = record.stream.slice(METADATA.length);
    if (seen.has(stream) || (isOfServer(stream) && !OF_SERVER.includes(stream))) return;
    seen.add(stream);
    look(stream, record, findings);
  });
  return end === REFUSED ? [UNREADABLE] : findings.dangers();
}

/** Metadata that were not written as JSON are none to the server. */
function look(stream: string, { isJson, data }: ServerRecord, findings: Findings): void {
  if (!isJson || data.length === 0) return;
  try {
    const fields = fieldsOf(data);
    if ('$maxAge' in fields) findings.add(AGES_OUT, stream);
    if ('$maxCount' in fields) findings.add(LIMITED, stream);
    if ('$tb' in fields && fields.$tb !== 0) findings.add(fields.$tb === DELETED ? DELETED_SOFTLY : TRUNCATED, stream);
    if (isOpen(stream, fields.$acl)) findings.add(OPEN, stream);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    findings.add(MALFORMED, stream);
  }
}

function isOpen(stream: string, list: unknown): boolean {
  const rights = isOfServer(stream) ? (['$w', '$d', '$mw'] as const) : (['$d', '$mw'] as const);
  return rights.some((right) => othersAmong(holdersOf(list, right)).length > 0);
}

const UNREADABLE: Danger = {
  rule: 'log-unreadable',
  what: 'This user may not read $all, so that it cannot be shown that no events age out or were deleted.',
  remedy: 'Let it: $r of the $acl in the metadata of $all. docker/event-store/prepare.js does so.',
};
const AGES_OUT = { rule: 'events-age-out', what: 'Events age out ($maxAge)', remedy: CLEAR };
const LIMITED = { rule: 'events-are-limited', what: 'Only the last events are kept ($maxCount)', remedy: CLEAR };
const TRUNCATED = { rule: 'stream-truncated', what: 'First events are cut off ($tb)', remedy: CLEAR };
const DELETED_SOFTLY = { rule: 'stream-deleted', what: 'All events are deleted ($tb)', remedy: CLEAR };
const OPEN = {
  rule: 'stream-open',
  what: 'Others than administrators may delete, or let events age out, by the $acl',
  remedy: 'Leave $d and $mw to $admins, of $all and $settings also $w.',
};
const MALFORMED = {
  rule: 'metadata-malformed',
  what: 'The metadata cannot be read',
  remedy: 'Write metadata of these streams that are JSON, as administrator.',
};
