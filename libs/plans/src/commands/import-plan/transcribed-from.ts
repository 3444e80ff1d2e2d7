import type { Basis } from '@promise/kernel';
import type { SourceDocument } from '../../domain/plan/plan-file';

/** The ground of everything that is copied from a document, with the document's own date. */
export function transcribedFrom({ title, date }: SourceDocument): Basis {
  return { kind: 'transcribed', document: title, documentDate: date };
}
