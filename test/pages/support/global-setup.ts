import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenIdProvider } from '../../support/openid-provider';
import { freePort } from '../../support/free-port';
import { seed } from './seed';
import { Server } from './server';

const ROLES = [{ group: 'promise-board', partnership: 'south-lanarkshire', role: 'board' }];

/** Starts the server once for all tests and records what they read. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const notes = mkdtempSync(join(tmpdir(), 'promise-pages-notes-'));
  const port = await freePort();
  // A provider knows beforehand where people open the tracker, on another site than its own: `localhost` and an address.
  const provider = await OpenIdProvider.start(`http://localhost:${port}`);
  await provider.knows('ailsa', { name: 'Ailsa Craig', groups: ['promise-board'] });
  await provider.knows('muck', { name: 'Isle of Muck', groups: ['all-staff'] });
  const OIDC_FILE = provider.settingsIn(notes, `http://localhost:${port}`, ROLES);
  const { server, address } = await Server.start('bin/start.js', { PORT: String(port), OIDC_FILE });
  const end = async (): Promise<void> => {
    await server.stop();
    await provider.stop();
    rmSync(notes, { recursive: true, force: true });
  };
  try {
    const token = server.token('worker');
    const seeded = await seed(address, token, server.token('approver'));
    keepNotes(notes);
    Object.assign(process.env, {
      PAGES_ADDRESS: address,
      PAGES_TOKEN: token,
      PAGES_DATA_DIR: server.dataDir,
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
