import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedPostgres } from '@promise/embedded-postgres';
import { BadSetting, logUrl } from '@promise/tracker';
import { terminal } from '../../terminal';

/** The ways to say where one of two logs is; one of them is given. */
export interface Named {
  readonly url: string | undefined;
  readonly file: string | undefined;
  readonly dataDir: string | undefined;
}

/** Where a log is: a URL, or the folder of a PostgreSQL that the tracker brings with it. */
export type Side = { readonly url: string } | { readonly dataDir: string };

/**
 * @param name of the option that takes a URL
 * @throws BadSetting
 */
export function sideOf(name: string, { url, file, dataDir }: Named): Side {
  if ([url, file, dataDir].filter((each) => each !== undefined).length !== 1) {
    throw new BadSetting(`Give one of ${name}, ${name}-file and ${name}-data (add --help to see what they take)`);
  }
  if (dataDir !== undefined) return { dataDir: folderOf(`${name}-data`, dataDir) };
  const read = logUrl(name, url ?? readUrl(`${name}-file`, file ?? ''));
  if (read === '') throw new BadSetting(`${name} is empty`);
  return { url: read };
}

function folderOf(name: string, folder: string): string {
  const dataDir = resolve(folder);
  if (!existsSync(join(dataDir, 'postgres.json')))
    throw new BadSetting(`${name}: ${folder} is no DATA_DIR of a tracker`);
  return dataDir;
}

function readUrl(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadSetting(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Joins or starts the PostgreSQL of a data folder for as long as the work takes, and leaves it as it was. */
export async function withUrl<Answer>(side: Side, work: (url: string) => Promise<Answer>): Promise<Answer> {
  if ('url' in side) return work(side.url);
  const onNotice = (message: string): void => {
    terminal.say(message);
  };
  const server = await EmbeddedPostgres.start({ dataDir: side.dataDir, onNotice });
  return work(server.url).finally(() => server.stop());
}
