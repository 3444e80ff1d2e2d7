import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './compose-file';

/** What the Dockerfile says, in the plain forms that ours keeps to. */
export interface Dockerfile {
  readonly text: string;
  readonly from: readonly string[];
  /** Paths that the last stage takes from the build; they are the same in both, and in the checkout. */
  readonly copied: readonly string[];
  /** `ENV` of the last stage. */
  readonly environment: Readonly<Record<string, string>>;
  readonly user: readonly string[];
}

export function readDockerfile(): Dockerfile {
  const text = readFileSync(join(CHECKOUT, 'docker/Dockerfile'), 'utf8');
  const behind = (instruction: string): string[] =>
    text
      .split('\n')
      .flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
  const pairs = behind('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=')));
  return {
    text,
    from: behind('FROM'),
    copied: behind('COPY').flatMap((line) => /^--from=build \/tracker\/(\S+) /.exec(line)?.[1] ?? []),
    environment: Object.fromEntries(pairs) as Record<string, string>,
    user: behind('USER'),
  };
}
