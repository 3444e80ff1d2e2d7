import type { Pool } from 'pg';
import { DESTROYED, type KeyVault } from '../key-vault.port';
import {
  EvidenceFiles,
  FileErased,
  type FileFound,
  FileIdTaken,
  type FileToKeep,
  FileTooLarge,
  type KeptFile,
  MAX_FILE_BYTES,
} from './evidence-files.port';
import { FileTable } from './file-table';
import { openFile, type SealedFile, sealFile } from './sealed-file';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MEDIA_TYPE = /^[ -~]{1,255}$/;

/** Evidence files in PostgreSQL, so that several servers share them; each under a key of its own. */
export class PostgresEvidenceFiles extends EvidenceFiles {
  private readonly table: FileTable;

  /** @param pool connections of the role `application`; stays the caller's to close */
  constructor(
    pool: Pool,
    private readonly vault: KeyVault,
  ) {
    super();
    this.table = new FileTable(pool);
  }

  async put(file: FileToKeep): Promise<KeptFile> {
    check(file);
    const sealed = sealFile(file, await this.vault.keyFor(file.subject));
    if (!(await this.table.insert(sealed))) await this.expectSame(sealed);
    return { sha256: sealed.sha256, size: sealed.size };
  }

  async get(partnership: string, id: string): Promise<FileFound | null> {
    if (!UUID.test(id)) return null;
    const file = await this.table.read(partnership, id);
    if (!file) return null;
    const key = (await this.vault.keysOf([file.subject])).get(file.subject);
    if (key === undefined) throw new Error(`file ${file.id}: the vault never had a key for ${file.subject}`);
    if (key === DESTROYED) throw new FileErased(file.id);
    return { content: openFile(file, key), mediaType: file.mediaType, sha256: file.sha256 };
  }

  private async expectSame(given: SealedFile): Promise<void> {
    const kept = await this.table.factsOf(given.id);
    const same = FACTS.every((fact) => kept?.[fact] === given[fact]);
    if (!same) throw new FileIdTaken(given.id);
  }
}

const FACTS = ['partnership', 'subject', 'mediaType', 'sha256'] as const;

function check({ id, mediaType, content }: FileToKeep): void {
  if (!UUID.test(id)) throw new TypeError(`id: must be a UUID, not ${JSON.stringify(id)}`);
  if (!MEDIA_TYPE.test(mediaType)) throw new TypeError('mediaType: must be 1 to 255 visible ASCII characters');
  if (content.length > MAX_FILE_BYTES) throw new FileTooLarge(content.length);
}
