import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '@promise/kernel';
import { PARTNERSHIP } from './history/act';

/** What the data folder of a demonstration says of itself. */
export interface Marker {
  readonly partnership: string;
  /** The last day of the history that is recorded in it. */
  readonly until: Day;
  /** Which version of the history. */
  readonly history: string;
  readonly complete: boolean;
}

/** The data folder cannot be used for a demonstration; the message says why and what to do. */
export class NoDemonstration extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoDemonstration';
  }
}

/** The data folder of a demonstration, known by a file in it that is written before anything else. */
export class DemoFolder {
  private readonly path: string;

  constructor(readonly folder: string) {
    this.path = join(folder, 'demonstration.json');
  }

  /**
   * @returns null when the folder is absent or empty
   * @throws NoDemonstration when it holds anything else than a demonstration
   */
  read(): Marker | null {
    if (!existsSync(this.folder)) return null;
    if (!existsSync(this.path)) {
      if (readdirSync(this.folder).length === 0) return null;
      throw this.foreign('It holds something else, and an invented history must never be mixed with it.');
    }
    return this.parse(readFileSync(this.path, 'utf8'));
  }

  write(marker: Marker): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${this.path}.new`;
    writeFileSync(draft, `${JSON.stringify(marker, null, 2)}\n`, { flush: true });
    renameSync(draft, this.path);
  }

  foreign(why: string): NoDemonstration {
    return new NoDemonstration(
      `The demonstration cannot use the data folder ${this.folder}. ${why} ` +
        'Set DATA_DIR to a folder that is empty or does not exist.',
    );
  }

  private parse(text: string): Marker {
    const marker = readMarker(text);
    if (marker?.partnership === PARTNERSHIP) return marker;
    throw this.foreign('Its demonstration.json is not one of this demonstration.');
  }
}

function readMarker(text: string): Marker | null {
  try {
    return JSON.parse(text) as Marker | null;
  } catch {
    return null; // Whatever it is, this program did not write it.
  }
}
