import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from './seed';
import { Server } from './server';

/** Starts the server once for all tests and records what they read. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const notes = mkdtempSync(join(tmpdir(), 'promise-pages-notes-'));
  const { server, address } = await Server.start('bin/start.js');
  const end = async (): Promise<void> => {
    await server.stop();
    rmSync(notes, { recursive: true, force: true });
  };
  try {
    const token = server.token('worker');
    const seeded = await seed(address, token, server.token('approver'));
    keepNotes(notes);
    Object.assign(process.env, {
      PAGES_ADDRESS: address,
      PAGES_TOKEN: token,
      PAGES_SEEDED: JSON.stringify(seeded),
    });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** What the workers tell one another. */
function keepNotes(folder: string): void {
  process.env.PAGES_OPENED = join(folder, 'opened');
  writeFileSync(process.env.PAGES_OPENED, '');
  process.env.PAGES_FOUND_RIGHT = join(folder, 'found-right');
  mkdirSync(process.env.PAGES_FOUND_RIGHT);
}
