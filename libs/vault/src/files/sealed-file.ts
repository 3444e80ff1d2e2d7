import { createHash } from 'node:crypto';
import { unwrap, wrap } from '../sealing/wrap';
import { BrokenFile, type FileToKeep } from './evidence-files.port';

/** A file as the table holds it. */
export interface SealedFile {
  readonly id: string;
  readonly partnership: string;
  readonly subject: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

export function sealFile(file: FileToKeep, subjectKey: Uint8Array): SealedFile {
  const { content, ...about } = file;
  const facts = { ...about, id: file.id.toLowerCase(), size: content.length, sha256: sha256(content) };
  return { ...facts, ...wrap(subjectKey, boundTo(facts), content) };
}

/** @throws BrokenFile the bytes or any of the facts about them were altered */
export function openFile(file: SealedFile, subjectKey: Uint8Array): Buffer {
  try {
    const content = unwrap(subjectKey, boundTo(file), file);
    if (content.length !== file.size) throw new Error('its size differs');
    if (sha256(content) !== file.sha256) throw new Error('its SHA-256 differs');
    return content;
  } catch (error) {
    throw new BrokenFile(file.id, error);
  }
}

/** A file opens only under the id, in the partnership and with the facts that it was given with. */
function boundTo({ id, partnership, subject, mediaType }: Omit<FileToKeep, 'content'>): Buffer {
  return Buffer.from(JSON.stringify([id, partnership, subject, mediaType]), 'utf8');
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
