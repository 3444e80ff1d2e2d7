import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { FileImport, type Settings, type Tracker } from '@promise/tracker';

/**
 * Loads the plans that come with the tracker into an empty log. A load that was broken off is finished at the next
 * start: a file in the data folder says that it has begun.
 */
export async function loadPlansOnce(
  app: INestApplicationContext,
  tracker: Tracker,
  settings: Settings,
  print: (text: string) => void,
): Promise<void> {
  const begun = join(settings.dataDir, 'loading-plans');
  if ((await tracker.store.head()) === null) {
    mkdirSync(settings.dataDir, { recursive: true });
    writeFileSync(begun, '');
  }
  if (!existsSync(begun)) return;
  const files = app.get(FileImport, { strict: false });
  for (const { partnership, path } of planFiles(settings.plansDir)) {
    const { changes } = await files.import(path, partnership);
    await tracker.readSide.projector.catchUp();
    print(`Loaded ${path.slice(settings.plansDir.length + 1)}: ${changes.length} records\n`);
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
