import { refuse } from '@promise/kernel';
import type { FilePayload } from './events';
import { group, type Reader, text } from './readers';

const FIXED = ['id', 'mediaType', 'size', 'sha256'] as const;

/**
 * The file of evidence, as a correction of it may give it: by another name. What was handed in stays what it was, so
 * its other fields are given as they are or not at all, and evidence neither gains nor loses a file.
 */
export function fileRenamed(current: FilePayload | null): Reader<FilePayload | null> {
  return (given, field) => {
    if (current === null || given === null || given === undefined) {
      if ((given ?? null) === current) return null;
      return refuse(field, 'the-file-stays', 'evidence does not gain or lose a file; take it back and attach it anew');
    }
    const same = Object.fromEntries(FIXED.map((name) => [name, unchanged(current[name])]));
    const { name } = group<Pick<FilePayload, 'name'>>({ name: text, ...same })(given, field);
    return { ...current, name };
  };
}

function unchanged<T>(current: T): Reader<T> {
  return (given, field) =>
    given === undefined || given === current
      ? current
      : refuse(
          field,
          'the-file-stays',
          'only the name of a file can be corrected; attach another file as new evidence',
        );
}
