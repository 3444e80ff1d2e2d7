import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const CHECKOUT = resolve(__dirname, '../../..');

/** Whoever runs the machine invites the first administrator of a new partnership. @returns the way to take it up */
export async function beginsPartnership(id: string, name: string): Promise<string> {
  const { PATH, HOME, PAGES_DATA_DIR, PAGES_ADDRESS = '' } = process.env;
  const words = ['invite', '--new', '--json', '-p', id, '--name', name, '--address', PAGES_ADDRESS];
  const env = { PATH, HOME, DATA_DIR: PAGES_DATA_DIR };
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/promise.js', ...words], { cwd: CHECKOUT, env });
  const { link } = JSON.parse(stdout) as { link: string };
  return link.slice(PAGES_ADDRESS.length);
}
