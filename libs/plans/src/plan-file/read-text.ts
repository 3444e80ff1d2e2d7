import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** No plan comes near this; it keeps a wrong file from filling the memory. */
const MAX_BYTES = 5 * 1024 * 1024;

const OPEN_FAULTS: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  ENOENT: ['file-missing', 'there is no such file; check the name and the folder'],
  ENOTDIR: ['file-missing', 'a part of this path is not a folder; check the name and the folder'],
  ENAMETOOLONG: ['file-missing', 'this name is too long for a file; check the name'],
  EACCES: ['file-unreadable', 'the file may not be read; ask its owner for the right to read it'],
};

export type TextOutcome =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly rule: string; readonly message: string; readonly line: number };

/** The text of a UTF-8 file, or the one reason why there is none. A byte order mark is left in. */
export function readText(path: string): TextOutcome {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait until somebody writes to it.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readOpened(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return refused(...openFault(error));
  }
}

function readOpened(descriptor: number): TextOutcome {
  const stat = fstatSync(descriptor);
  if (stat.isDirectory()) return refused('not-a-file', 'this is a folder; name one .json file in it');
  if (!stat.isFile()) return refused('not-a-file', 'this is not an ordinary file; name a .json file');
  if (stat.size > MAX_BYTES) return tooLarge();
  return textOf(readFileSync(descriptor));
}

/** The text of what somebody handed in, under the same rules as a file of this machine. */
export function textOf(bytes: Buffer): TextOutcome {
  if (bytes.length > MAX_BYTES) return tooLarge();
  if (isUtf8(bytes)) return { ok: true, text: bytes.toString('utf8') };
  return refused('utf-8', 'this line is not UTF-8 text; save the file again as UTF-8', firstBadLine(bytes));
}

function tooLarge(): TextOutcome {
  return refused(
    'file-too-large',
    'the file is larger than 5 MB, more than any plan needs; check that it is the right one',
  );
}

/** A line feed never stands inside a character of UTF-8, so each line can be judged alone. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

function refused(rule: string, message: string, line = 1): TextOutcome {
  return { ok: false, rule, message, line };
}

function openFault(error: unknown): readonly [string, string] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  return OPEN_FAULTS[code] ?? ['file-unreadable', `the file could not be read (${code}); check the name and the disk`];
}
