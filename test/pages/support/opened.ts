import { appendFileSync, readFileSync } from 'node:fs';

/** One page that a test opened. */
export interface Opened {
  /** Width of the window. */
  readonly width: number;
  readonly path: string;
}

const file = (): string => process.env.PAGES_OPENED ?? '';

/** Notes it for the end of the run, whichever worker opened it. */
export function note({ width, path }: Opened): void {
  appendFileSync(file(), `${width} ${path}\n`);
}

/** All that was opened in this run. */
export function allOpened(): Opened[] {
  const lines = readFileSync(file(), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [width = '', path = ''] = line.split(' ');
    return { width: Number(width), path };
  });
}
