import { counted, messages } from '../../frame/messages';

const things = (count: number): string => counted(count, 'thing');

/** The words of the import. */
export const importWords = messages({
  title: 'Import a plan',
  intro:
    'Choose the file of a plan. You will see what it would change before anything is recorded. What a person has recorded is never overridden.',
  fileLabel: 'The plan’s file',
  fileHint: 'A JSON file of up to 5 MB, as the plans of this project are kept.',
  look: 'Show what it would change',
  again: 'Choose another file',

  noFile: 'Choose a file.',
  empty: 'The file is empty. Choose the one that holds the plan.',
  notText:
    'This is not a text file. It may be a picture or a document under another name. Choose the plan’s JSON file.',
  tooLarge: 'The file is larger than 5 MB, more than any plan needs. Check that it is the right one.',
  foreign: (message: string) => `${message} Choose a file of this partnership.`,
  mayNotImportPartnership:
    'This file is about the partnership itself: its name, and what everybody may see. Only the administrator may import it.',
  faults: (count: number) => `The file has ${counted(count, 'fault')}. Nothing was recorded.`,
  faultsTitle: 'What to put right in the file',
  faultsOf: (name: string) => `In the file ${name}:`,
  faultPlace: (line: number, column: number) => `Line ${line}, character ${column}`,
  faultsMore: (count: number) => `And ${count} more, which are easier to see once these are put right.`,
  fieldNumber: (n: number) => `number ${n}`,
  wholeFile: 'the whole file',

  preview: 'Check what would change',
  file: 'File',
  size: (bytes: number) => (bytes < 1_000 ? counted(bytes, 'byte') : `${Math.round(bytes / 1_000)} KB`),
  planKind: 'A plan',
  partnershipKind: 'The partnership’s own file',
  wouldRecord: (count: number) => `${things(count)} would be recorded.`,
  nothingYet: 'Nothing is recorded yet.',
  counts: { new: 'New', changed: 'Changed', 'taken-back': 'No longer in the file' },
  kept: 'Left as a person recorded it',
  keptWhy: 'A person has recorded something here. The file does not override it.',
  same: 'Left alone',
  sameCount: (count: number) =>
    count === 1
      ? '1 line of the file says what is recorded already.'
      : `${count} lines of the file say what is recorded already.`,
  nothing: 'Nothing would change: the tracker holds all of this already.',
  confirm: 'Import it',

  changedTitle: 'The record has changed since you looked',
  changed:
    'Somebody recorded something here in the meantime, so nothing of this file was imported. Below is what it would change now. If that is still right, import it.',
  brokenOff:
    'The server that was at work has ended. An import is recorded whole or not at all, and nothing of this one was recorded. You can start it again.',
  brokenOffTitle: 'The import was broken off',
  fault:
    'Something went wrong here, and it has been noted. An import is recorded whole or not at all, and nothing of this one was recorded. Try it again; if that does not help, tell whoever runs the tracker.',
  tooMuch:
    'This file has more in it than the record can take in one go, and an import is recorded whole or not at all. Nothing of this one was recorded. Tell whoever runs the tracker: they can let the record take more.',
  faultTitle: 'The import did not work',

  importing: 'The file is being imported',
  recording: (count: number) => `${things(count)} ${count === 1 ? 'is' : 'are'} being recorded, all of them or none.`,
  showing: (count: number) =>
    `${count === 1 ? '1 thing is' : `All ${count} things are`} recorded. The pages are being brought up to date.`,
  imported: 'The file is imported',
  recorded: (count: number) => `${things(count)} ${count === 1 ? 'was' : 'were'} recorded.`,
  seePlan: 'See the plan',
  seeFront: 'See how we are doing',
  seeTrail: 'Open the trail',
  another: 'Import another file',
});
