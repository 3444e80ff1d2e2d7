import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createPool, migrate, roleUrls } from '@promise/database';
import { type TestDatabase, testDatabase } from '@promise/testing';
import type { Pool } from 'pg';
import { PostgresKeyVault } from '../postgres/postgres-key-vault';
import {
  BrokenFile,
  FileErased,
  FileIdTaken,
  type FileToKeep,
  FileTooLarge,
  MAX_FILE_BYTES,
} from './evidence-files.port';
import { PostgresEvidenceFiles } from './postgres-evidence-files';

describe('PostgresEvidenceFiles', () => {
  let database: TestDatabase;
  let application: Pool;
  let keys: Pool;
  let superuser: Pool;
  let vault: PostgresKeyVault;
  let files: PostgresEvidenceFiles;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url);
    const urls = roleUrls(database.url);
    application = createPool(urls.application, { applicationName: 'files-test' });
    keys = createPool(urls.vault, { applicationName: 'files-test' });
    superuser = createPool(database.url, { applicationName: 'files-test' });
    vault = new PostgresKeyVault(keys);
    files = new PostgresEvidenceFiles(application, vault);
  });

  afterAll(async () => {
    await Promise.all([application, keys, superuser].map((pool) => pool.end()));
    await database.drop();
  });

  const aFile = (text = 'what was agreed', more: Partial<FileToKeep> = {}): FileToKeep => ({
    id: randomUUID(),
    partnership: 'north-lanarkshire',
    subject: 'north-lanarkshire/milestone/1',
    mediaType: 'text/plain; charset=utf-8',
    content: Buffer.from(text),
    ...more,
  });
  const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

  it('gives back what it was given, with the SHA-256 of it', async () => {
    const file = aFile();
    const sha256 = digest(file.content);
    expect(await files.put(file)).toEqual({ sha256, size: 15 });
    expect(await files.get(file.partnership, file.id)).toEqual({
      content: file.content,
      mediaType: file.mediaType,
      sha256,
    });
  });

  it('stores nothing of it in clear', async () => {
    const file = aFile('the words of a young person');
    await files.put(file);
    const { rows } = await superuser.query<{ sealed: Buffer; wrapped_key: Buffer }>(
      'SELECT sealed, wrapped_key FROM files.file WHERE id = $1',
      [file.id],
    );
    expect(rows[0]?.sealed).toHaveLength(file.content.length + 28);
    expect(rows[0]?.sealed.includes('young')).toBe(false);
    expect(rows[0]?.wrapped_key).toHaveLength(60);
  });

  it('answers the same file under the same id as the first time, also at the same time', async () => {
    const file = aFile();
    const answers = await Promise.all([files.put(file), files.put(file), files.put(file)]);
    expect(await files.put(file)).toEqual(answers[0]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('takes an id in capitals for the same id', async () => {
    const file = aFile();
    const inCapitals = { ...file, id: file.id.toUpperCase() };
    expect(await files.put(inCapitals)).toEqual(await files.put(file));
    for (const { id } of [file, inCapitals]) {
      expect((await files.get(file.partnership, id))?.content).toEqual(file.content);
    }
  });

  it.each([
    ['content', { content: Buffer.from('other') }],
    ['partnership', { partnership: 'south-lanarkshire' }],
    ['subject', { subject: 'north-lanarkshire/milestone/2' }],
    ['media type', { mediaType: 'text/html' }],
  ])('refuses another %s under the same id and keeps the first', async (_, more) => {
    const file = aFile();
    await files.put(file);
    await expect(files.put({ ...file, ...more })).rejects.toThrow(FileIdTaken);
    expect((await files.get(file.partnership, file.id))?.content).toEqual(file.content);
  });

  it('shows a file to its own partnership only', async () => {
    const file = aFile();
    await files.put(file);
    expect(await files.get('south-lanarkshire', file.id)).toBeNull();
    expect(await files.get(file.partnership, randomUUID())).toBeNull();
    expect(await files.get(file.partnership, 'no-uuid')).toBeNull();
  });

  it('takes 20 MB and the empty file, and no more than 20 MB', async () => {
    const largest = aFile('', { content: randomBytes(MAX_FILE_BYTES) });
    await files.put(largest);
    const found = await files.get(largest.partnership, largest.id);
    expect(found?.content.equals(largest.content)).toBe(true);
    const empty = aFile('');
    expect(await files.put(empty)).toEqual({ sha256: digest(Buffer.alloc(0)), size: 0 });
    expect((await files.get(empty.partnership, empty.id))?.content).toHaveLength(0);
    const tooLarge = aFile('', { content: Buffer.alloc(MAX_FILE_BYTES + 1) });
    await expect(files.put(tooLarge)).rejects.toThrow(FileTooLarge);
    expect(await files.get(tooLarge.partnership, tooLarge.id)).toBeNull();
  });

  it.each([
    ['sealed', 'set_byte(sealed, 14, get_byte(sealed, 14) # 1)'],
    ['wrapped_key', 'set_byte(wrapped_key, 14, get_byte(wrapped_key, 14) # 1)'],
    ['sha256', `'${'0'.repeat(64)}'`],
    ['size', 'size + 1'],
    ['media_type', "'text/html'"],
    ['id', "'11111111-1111-4111-8111-111111111111'"],
    ['partnership', "'south-lanarkshire'"],
  ])('throws when somebody altered its %s', async (column, altered) => {
    const file = aFile();
    await files.put(file);
    const { rows } = await superuser.query<{ id: string; partnership: string }>(
      `UPDATE files.file SET ${column} = ${altered} WHERE id = $1 RETURNING id, partnership`,
      [file.id],
    );
    await expect(files.get(rows[0]?.partnership ?? '', rows[0]?.id ?? '')).rejects.toThrow(BrokenFile);
  });

  it('is gone with the key of its subject, and says so', async () => {
    const file = aFile('x', { subject: 'person/1' });
    await files.put(file);
    await vault.destroy('person/1');
    await expect(files.get(file.partnership, file.id)).rejects.toThrow(FileErased);
    await expect(files.put(aFile('y', { subject: 'person/1' }))).rejects.toThrow('was destroyed');
  });

  it('names the field of a bad file', async () => {
    await expect(files.put(aFile('x', { id: '1' }))).rejects.toThrow('id: must be a UUID');
    await expect(files.put(aFile('x', { mediaType: '' }))).rejects.toThrow('mediaType: must be');
  });

  it('cannot be altered or deleted through the role of the application', async () => {
    const denied = 'permission denied for table file';
    await expect(application.query("UPDATE files.file SET media_type = ''")).rejects.toThrow(denied);
    await expect(application.query('DELETE FROM files.file')).rejects.toThrow(denied);
  });
});
