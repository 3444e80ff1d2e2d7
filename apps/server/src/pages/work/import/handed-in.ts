import { FileFaults, type GivenFile } from '@promise/tracker';
import { Refusal } from '@promise/kernel';
import type { FormError } from '../../frame/forms/form-errors';
import { FILE_FIELD } from '../../record/form/file-question';
import { importWords } from './words';

/** Why a file cannot be imported. */
export interface Unusable {
  readonly errors: readonly FormError[];
  readonly status: number;
  /** What is wrong inside the file, with its place. */
  readonly faults: FileFaults['faults'];
}

/** Where a file of bytes that are no text gives itself away. */
const LOOKED_AT = 4_096;

const LONGEST_NAME = 200;

/** The file of a posted form, under the name that the person's computer gave it. */
export function handedIn(upload: Express.Multer.File | undefined): GivenFile | null {
  // A form whose file was not chosen sends a file without name and content.
  if (!upload || (upload.originalname === '' && upload.size === 0)) return null;
  // Browsers send file names as UTF-8, which the form parser reads as Latin-1.
  const name = Buffer.from(upload.originalname, 'latin1').toString('utf8');
  return { name: name.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_NAME), content: upload.buffer };
}

/** What can be said of a file before it is read; null where it is worth reading. */
export function unusableAtSight(file: GivenFile | null): Unusable | null {
  const words = importWords();
  if (!file) return because(words.noFile);
  if (file.content.length === 0) return because(words.empty);
  return file.content.subarray(0, LOOKED_AT).includes(0) ? because(words.notText) : null;
}

/** Why reading a file, or comparing it with the record, failed; null where that is no fault of the file. */
export function unusable(error: unknown): Unusable | null {
  if (error instanceof FileFaults) return ofFaults(error.faults);
  if (!(error instanceof Refusal)) return null;
  return {
    errors: error.faults.map(({ rule, message }) => onFile(inPlainWords(rule, message))),
    status: 422,
    faults: [],
  };
}

export function because(message: string, status = 400): Unusable {
  return { errors: [onFile(message)], status, faults: [] };
}

function ofFaults(faults: FileFaults['faults']): Unusable {
  const words = importWords();
  if (faults.some(({ rule }) => rule === 'file-too-large')) return because(words.tooLarge, 413);
  return { errors: [{ field: 'faults', message: words.faults(faults.length) }], status: 422, faults };
}

function inPlainWords(rule: string, message: string): string {
  const sentence = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`;
  return rule === 'own-partnership' ? importWords().foreign(sentence) : sentence;
}

function onFile(message: string): FormError {
  return { field: FILE_FIELD, message };
}
