import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const checkout = resolve(__dirname, '..');
const shared = ['bin', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package.json', 'package-lock.json'];
const building = 'Building the tracker (once after each change)…\n';
const waiting = 'Waiting for another build to finish…\n';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const started: ChildProcess[] = [];

function promise(home: string, cwd = tmpdir()): Promise<Outcome> {
  const child = spawn(process.execPath, [join(home, 'bin/promise.js'), 'an argument'], { cwd });
  started.push(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done) =>
    child.once('close', (code) => {
      done({ code, stdout, stderr });
    }),
  );
}

/** A checkout with one lib, one data file and two small apps. */
function smallCheckout(): string {
  const home = mkdtempSync(join(tmpdir(), 'promise-build-'));
  for (const name of shared) cpSync(join(checkout, name), join(home, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(home, 'node_modules'));
  const files = {
    'apps/cli/src/main.ts': `import { greet } from '@promise/greeting';\nprocess.stdout.write(greet(process.argv[2] ?? ''));\n`,
    'apps/server/src/main.ts': 'export {};\n',
    'apps/cli/src/main.unit.spec.ts': 'this is not compiled\n',
    'libs/greeting/src/index.ts': `export { greet } from './greet';\n`,
    'libs/greeting/src/greet.ts': `
      import { readFileSync } from 'node:fs';
      import { join } from 'node:path';
      export const greet = (name: string): string => readFileSync(join(__dirname, 'words.json'), 'utf8') + name;\n`,
    'libs/greeting/src/words.json': '"hello"',
  };
  for (const [name, text] of Object.entries(files)) write(home, name, text);
  return home;
}

function write(home: string, name: string, text: string): void {
  mkdirSync(join(home, name, '..'), { recursive: true });
  writeFileSync(join(home, name), text);
}

describe('a command in a checkout', () => {
  const homes: string[] = [];
  let built: Promise<string> | undefined;
  const newHome = (): string => {
    homes.push(smallCheckout());
    return homes.at(-1) ?? '';
  };
  /** A copy of one that was built once for all tests. */
  const builtHome = async (): Promise<string> => {
    built ??= (async (): Promise<string> => {
      const template = smallCheckout();
      await promise(template);
      return template;
    })();
    const home = newHome();
    cpSync(join(await built, 'dist'), join(home, 'dist'), { recursive: true });
    return home;
  };
  afterAll(async () => {
    if (built) rmSync(await built, { recursive: true });
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
  });

  it('builds before the first run, from any folder, with stdout left to the command', async () => {
    const home = newHome();
    expect(await promise(home)).toEqual({ code: 0, stdout: '"hello"an argument', stderr: building });
    expect(await promise(home, home)).toEqual({ code: 0, stdout: '"hello"an argument', stderr: '' });
    expect(readdirSync(home).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  }, 60_000);

  it('builds again after a change of a source or a data file, not of a test', async () => {
    const home = await builtHome();
    write(home, 'apps/cli/src/main.unit.spec.ts', 'still not compiled');
    expect(await promise(home)).toMatchObject({ stderr: '' });
    write(home, 'libs/greeting/src/words.json', '"good day"');
    expect(await promise(home)).toEqual({ code: 0, stdout: '"good day"an argument', stderr: building });
  }, 60_000);

  it('neither waits nor writes when the build is fresh', async () => {
    const home = await builtHome();
    writeFileSync(join(home, 'dist.lock'), `${process.pid}`);
    expect(await promise(home)).toEqual({ code: 0, stdout: '"hello"an argument', stderr: '' });
  }, 60_000);

  it('builds once for two at the same moment', async () => {
    const home = newHome();
    const both = await Promise.all([promise(home), promise(home)]);
    expect(both.map(({ stdout }) => stdout)).toEqual(['"hello"an argument', '"hello"an argument']);
    expect(both.map(({ stderr }) => stderr).sort()).toEqual([building, waiting]);
  }, 60_000);

  it('says what the compiler says, exits with 1 and leaves the last build alone', async () => {
    const home = await builtHome();
    write(home, 'libs/greeting/src/greet.ts', 'export const greet = (name: string): string => 7;\n');
    const failed = await promise(home);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toContain("Type 'number' is not assignable to type 'string'");
    expect(readdirSync(home).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    expect(readFileSync(join(home, 'dist/libs/greeting/src/greet.js'), 'utf8')).toContain('words.json');
  }, 60_000);

  it('is not held up by a build that was killed, and clears it away', async () => {
    const home = newHome();
    const killed = promise(home);
    while (!readdirSync(home).some((name) => name.startsWith('dist.new-'))) await new Promise(setImmediate);
    started.at(-1)?.kill('SIGKILL');
    await killed;
    expect(existsSync(join(home, 'dist.lock'))).toBe(true);
    expect(await promise(home)).toEqual({ code: 0, stdout: '"hello"an argument', stderr: building });
    expect(readdirSync(home).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  }, 60_000);

  it('uses a package that comes built and without sources as it is', async () => {
    const home = await builtHome();
    for (const name of ['apps', 'libs', 'node_modules']) rmSync(join(home, name), { recursive: true });
    expect(await promise(home)).toEqual({ code: 0, stdout: '"hello"an argument', stderr: '' });
    rmSync(join(home, 'dist'), { recursive: true });
    const empty = await promise(home);
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('neither sources nor a build') as string });
  }, 60_000);
});
