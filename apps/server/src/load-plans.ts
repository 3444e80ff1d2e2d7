import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { FileImport, type Settings, type Tracker } from '@promise/tracker';

/** An advisory lock of the database; the number only has to differ from those of others. */
const LOADING_LOCK = 7_301_003;

/**
 * Loads the plans that come with the tracker into an empty log. A load that was broken off is finished at the next
 * start: a file in the data folder says that it has begun. Of servers that start together, one loads.
 * @param isOver whether to break it off after the file at hand
 */
export async function loadPlansOnce(
  app: INestApplicationContext,
  tracker: Tracker,
  settings: Settings,
  print: (text: string) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const lock = tracker.readSide.source.createQueryRunner();
  await lock.query('SELECT pg_advisory_lock($1)', [LOADING_LOCK]);
  try {
    await loadAlone(app, tracker, settings, print, isOver);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOADING_LOCK]);
    await lock.release();
  }
}

async function loadAlone(
  app: INestApplicationContext,
  tracker: Tracker,
  settings: Settings,
  print: (text: string) => void,
  isOver: () => boolean,
): Promise<void> {
  const begun = join(settings.dataDir, 'loading-plans');
  if ((await tracker.store.head()) === null) {
    mkdirSync(settings.dataDir, { recursive: true });
    writeFileSync(begun, '');
  }
  if (!existsSync(begun)) return;
  const files = app.get(FileImport, { strict: false });
  for (const { partnership, path } of planFiles(settings.plansDir)) {
    if (isOver()) return;
    const { changes } = await files.import(path, partnership);
    await tracker.readSide.projector.catchUp();
    const records = changes.length === 1 ? '1 record' : `${changes.length} records`;
    print(`Loaded ${path.slice(settings.plansDir.length + 1)}: ${records}\n`);
  }
  rmSync(begun);
}

/** `plans/<partnership>/*.json`, the partnership's own file first. */
function planFiles(plansDir: string): { partnership: string; path: string }[] {
  const folders = readdirSync(plansDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: partnership }) => {
    const names = readdirSync(join(plansDir, partnership)).filter((name) => name.endsWith('.json'));
    const own = (name: string): number => (name === 'partnership.json' ? 0 : 1);
    return names
      .sort((a, b) => own(a) - own(b) || a.localeCompare(b))
      .map((name) => ({ partnership, path: join(plansDir, partnership, name) }));
  });
}
