import type { Pool } from 'pg';
import type { SealedFile } from './sealed-file';

/** The SQL of the evidence files, as the role `application`. */
export class FileTable {
  constructor(private readonly pool: Pool) {}

  /** Whether it went in; an id that is there already stays as it is. */
  async insert(file: SealedFile): Promise<boolean> {
    const { id, partnership, subject, mediaType, size, sha256, wrappedKey, sealed } = file;
    const values = [id, partnership, subject, mediaType, size, sha256, wrappedKey, sealed];
    const { rowCount } = await this.pool.query(INSERT, values);
    return rowCount === 1;
  }

  /** What is known about a file without its bytes, whichever partnership it belongs to. */
  async factsOf(id: string): Promise<Omit<SealedFile, 'wrappedKey' | 'sealed'> | undefined> {
    const { rows } = await this.pool.query<SealedFile>(`SELECT ${FACTS} FROM files.file WHERE id = $1`, [id]);
    return rows[0];
  }

  async read(partnership: string, id: string): Promise<SealedFile | undefined> {
    const { rows } = await this.pool.query<SealedFile>(READ, [id, partnership]);
    return rows[0];
  }
}

const FACTS = 'id, partnership, subject, media_type AS "mediaType", size, sha256';

const INSERT = `
  INSERT INTO files.file (id, partnership, subject, media_type, size, sha256, wrapped_key, sealed)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (id) DO NOTHING`;

const READ = `
  SELECT ${FACTS}, wrapped_key AS "wrappedKey", sealed
  FROM files.file WHERE id = $1 AND partnership = $2`;
