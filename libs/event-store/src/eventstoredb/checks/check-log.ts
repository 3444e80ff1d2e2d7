import type { Danger } from '../../event-store.port';
import { metadataDangers } from './stream-metadata';
import { recordDangers } from './deletions';
import type { ServerRecords } from './server-records';
import { SETTINGS_STREAM, settingsDangers } from './system-settings';
import { userDangers } from './user';

/**
 * All that would let events be lost behind the tracker's back. Two of these read the whole log, filtered by the server: it is
 * the only way to find every stream that has metadata.
 */
export async function checkLog(records: ServerRecords, url: string): Promise<Danger[]> {
  const dangers = await Promise.all([
    userDangers(records, url),
    records.newest(SETTINGS_STREAM).then(settingsDangers),
    metadataDangers(records),
    recordDangers(records),
  ]);
  return dangers.flat();
}
