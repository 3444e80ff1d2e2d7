import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { superuser } from './cluster';
import { pause } from './waiting';

/** The address with all rights; the password is part of it. */
export function urlOf(port: number, password: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Asks a server whether it serves this very cluster, by a file put there for the purpose. `later` means that it does
 * not answer yet (it starts, recovers or stops); `refused` that it does not take the password.
 */
export async function probe(url: string, cluster: string): Promise<'ours' | 'other' | 'refused' | 'later'> {
  const name = `promise-probe-${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 });
  client.on('error', () => undefined); // A connection lost after the answer changes nothing.
  try {
    await client.connect();
    writeFileSync(join(cluster, name), '');
    const { rows } = await client.query<{ found: boolean }>('SELECT $1 IN (SELECT pg_ls_dir($2)) AS found', [
      name,
      '.',
    ]);
    return rows[0]?.found === true ? 'ours' : 'other';
  } catch (error) {
    return refusesPassword(error) ? 'refused' : 'later';
  } finally {
    rmSync(join(cluster, name), { force: true });
    // A server that has stopped reading would keep us waiting for its goodbye.
    await Promise.race([client.end(), pause(1000)]);
  }
}

function refusesPassword(error: unknown): boolean {
  return error instanceof DatabaseError && error.code?.startsWith('28') === true;
}

/** The wanted port of the loopback address if nobody has it, else one that is free. */
export async function freePort(wanted: number | null): Promise<number> {
  return (await tryPort(wanted ?? 0)) ?? (await freePort(null));
}

async function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
