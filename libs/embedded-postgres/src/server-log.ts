import { closeSync, copyFileSync, existsSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import type { DataFolder } from './data-folder';

const limit = 4 * 1024 * 1024;

/** Opens the server's log for appending; the caller closes it. */
export function openLog(folder: DataFolder): number {
  const log = openSync(folder.log, 'a', 0o600);
  folder.handToOwner(folder.log);
  return log;
}

/**
 * Moves a log that has grown past 4 MB aside as `postgres.log.1`. The server goes on appending to the emptied file;
 * a line written in that very moment may be lost.
 */
export function boundLog(folder: DataFolder): void {
  if (!existsSync(folder.log) || statSync(folder.log).size < limit) return;
  copyFileSync(folder.log, `${folder.log}.1`);
  folder.handToOwner(`${folder.log}.1`);
  truncateSync(folder.log);
}

/** How long the log is now; 0 when there is none. */
export function logLength(folder: DataFolder): number {
  return existsSync(folder.log) ? statSync(folder.log).size : 0;
}

/** What the server wrote after that length, at most the last 4,000 bytes of it. */
export function logSince(folder: DataFolder, start: number): string {
  const log = openSync(folder.log, 'r');
  try {
    const from = Math.max(start, fstatSync(log).size - 4000);
    const buffer = Buffer.alloc(4000);
    return buffer
      .subarray(0, readSync(log, buffer, 0, 4000, from))
      .toString()
      .trim();
  } finally {
    closeSync(log);
  }
}
