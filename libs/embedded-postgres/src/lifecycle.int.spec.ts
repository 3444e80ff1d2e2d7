import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgres } from './index';
import { ask, workplace } from './user-process.spec';

const { folder } = workplace();

describe('an embedded PostgreSQL', () => {
  it('keeps its data, port and password over a stop and a start', async () => {
    const dataDir = folder();
    const first = await EmbeddedPostgres.start({ dataDir });
    await ask(first.url, 'CREATE TABLE kept (a int)');
    await ask(first.url, 'INSERT INTO kept VALUES (7)');
    expect(await first.stop()).toBe('stopped');
    await expect(ask(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second).toMatchObject({ startedHere: true, url: first.url, port: first.port });
    expect(await ask(second.url, 'SELECT a FROM kept')).toEqual([[7]]);
    expect(await Promise.all([second.stop(), second.stop()])).toEqual(['stopped', 'stopped']);
    expect(await second.stop()).toBe('stopped');
  });

  it('is durable, UTF-8, and open to the loopback address and the right password only', async () => {
    const dataDir = folder();
    const server = await EmbeddedPostgres.start({ dataDir });
    const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses'];
    const wanted = ['on', 'on', 'on', 'on', '127.0.0.1'];
    for (const [i, name] of settings.entries()) expect(await ask(server.url, `SHOW ${name}`)).toEqual([[wanted[i]]]);
    expect(await ask(server.url, 'SHOW unix_socket_directories')).toEqual([['']]);
    const [locale] = await ask(
      server.url,
      "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = 'postgres'",
    );
    expect(locale).toEqual(['UTF8', 'C']);
    expect(await ask(server.url, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules')).toEqual([['scram-sha-256']]);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(wrong.hostname).toBe('127.0.0.1');
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it('writes neither statements nor values of rows into its log', async () => {
    const dataDir = folder();
    const server = await EmbeddedPostgres.start({ dataDir });
    await ask(server.url, 'CREATE TABLE one (a text PRIMARY KEY)');
    await ask(server.url, "INSERT INTO one VALUES ('a secret')");
    await expect(ask(server.url, "INSERT INTO one VALUES ('a secret')")).rejects.toThrow('duplicate key');
    await server.stop();
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('a secret');
  });

  it('starts in a folder whose path is longer than a socket address may be, with blanks in it', async () => {
    const dataDir = join(folder(), 'a long name '.repeat(8), 'and another one '.repeat(4), 'data');
    const server = await EmbeddedPostgres.start({ dataDir });
    expect(await ask(server.url, 'SELECT 1')).toEqual([[1]]);
    await server.stop();
  });

  it('takes another port when its own has been taken meanwhile, and keeps that one', async () => {
    const dataDir = folder();
    const first = await EmbeddedPostgres.start({ dataDir });
    await first.stop();
    const access = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { port: number };
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(access.port, '127.0.0.1', resolve));
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second.port).not.toBe(first.port);
    await second.stop();
    await new Promise((resolve) => squatter.close(resolve));
    const third = await EmbeddedPostgres.start({ dataDir });
    expect(third.port).toBe(second.port);
    await third.stop();
  });

  it('gives the database a new password when postgres.json has been lost', async () => {
    const dataDir = folder();
    const first = await EmbeddedPostgres.start({ dataDir });
    await ask(first.url, 'CREATE TABLE kept (a int)');
    await first.stop();
    rmSync(join(dataDir, 'postgres.json'));
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.url, "SELECT to_regclass('kept')::text")).toEqual([['kept']]);
    await second.stop();
  });

  it('refuses a folder with other files, or made by another PostgreSQL, and says what to do', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/holiday.jpg'), '');
    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow('holds files but no PostgreSQL cluster');
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '16\n');
    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow('made by PostgreSQL 16; this is PostgreSQL 18');
  });
});
