'use strict';

/**
 * Compiles apps and libs into `dist`, only when something has changed since the last time. `npm start` and `promise`
 * call it first, so everything is said on stderr: stdout belongs to the command.
 */
const { spawn } = require('node:child_process');
const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { clearInterval, setInterval } = require('node:timers');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const lock = join(root, 'dist.lock');
const settings = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json', 'bin/build.js'];
const sourceFolders = ['apps', 'libs'];
const lockLifeMs = 10_000;

/** Makes sure that `dist` fits the sources; a package that came without sources is taken as it is. */
async function ensureBuilt() {
  if (!fs.existsSync(join(root, 'apps'))) {
    if (fs.existsSync(join(dist, 'apps'))) return;
    throw new Error(`${root} holds neither sources nor a build. Install it again.`);
  }
  if (isFresh(sources())) return;
  const release = await takeLock();
  try {
    const files = sources();
    if (!isFresh(files)) await build(files);
  } finally {
    release();
  }
}

/** Everything that `dist` is made of, with its hash. */
function sources() {
  const files = sourceFolders.flatMap((folder) => filesBelow(join(root, folder))).filter(isBuilt);
  const hash = createHash('sha256');
  for (const name of [...settings, ...files].sort()) {
    const content = fs.existsSync(join(root, name)) ? fs.readFileSync(join(root, name)) : '';
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return { files, hash: hash.digest('hex') };
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    );
}

function isBuilt(name) {
  return !name.startsWith('libs/testing/') && !/\.(spec|contract)\.tsx?$/.test(name);
}

function isFresh({ hash }) {
  const stamp = join(dist, '.stamp');
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
}

/** Compiles beside `dist` and swaps by renaming: nobody ever sees half a build. */
async function build({ files, hash }) {
  process.stderr.write('Building the tracker (once after each change)…\n');
  for (const name of fs.readdirSync(root).filter((entry) => /^dist\.(new|old)-/.test(entry))) remove(join(root, name));
  const draft = join(root, `dist.new-${randomBytes(6).toString('hex')}`);
  fs.mkdirSync(draft);
  try {
    fs.writeFileSync(join(draft, 'tsconfig.json'), tsconfigFor(draft));
    await compile(relative(root, join(draft, 'tsconfig.json')));
    remove(join(draft, 'tsconfig.json'));
    for (const name of files.filter((file) => !/\.tsx?$/.test(file))) copy(name, draft);
    fs.writeFileSync(join(draft, '.stamp'), hash);
    swap(draft);
  } finally {
    remove(draft);
  }
}

function tsconfigFor(draft) {
  const from = (name) => relative(draft, join(root, name)).split(sep).join('/');
  return JSON.stringify({ extends: from('tsconfig.build.json'), compilerOptions: { outDir: '.' } });
}

/** `nest build` of one app compiles all of them and the libs, as `tsconfig.build.json` names them. */
async function compile(tsconfig) {
  const child = spawn(process.execPath, [nest(), 'build', 'server', '--path', tsconfig], { cwd: root, stdio: 'pipe' });
  child.stdin.end();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  if (code !== 0) throw new Error(`The tracker could not be compiled.\n${output.trim()}`);
}

function nest() {
  try {
    return require.resolve('@nestjs/cli/bin/nest.js');
  } catch {
    throw new Error('The compiler is not installed. Run "npm ci --include=dev", or use a package that comes built.');
  }
}

function copy(name, draft) {
  fs.mkdirSync(dirname(join(draft, name)), { recursive: true });
  fs.copyFileSync(join(root, name), join(draft, name));
}

function swap(draft) {
  const old = join(root, `dist.old-${randomBytes(6).toString('hex')}`);
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  fs.renameSync(draft, dist);
  remove(old);
}

function remove(path) {
  fs.rmSync(path, { recursive: true, force: true });
}

/** Waits for another build to end. A lock whose process is dead or has not touched it for 10 s is void. */
async function takeLock() {
  for (let told = false; !createLock(); told = true) {
    if (isVoid()) remove(lock);
    else if (!told) process.stderr.write('Waiting for another build to finish…\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const touch = setInterval(() => fs.utimes(lock, new Date(), new Date(), () => undefined), 1000);
  return () => {
    clearInterval(touch);
    remove(lock);
  };
}

function createLock() {
  try {
    fs.writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(
      `The tracker has to be built, but ${root} cannot be written (${error.code}). Run "npm run build" as its owner.`,
      { cause: error },
    );
  }
}

function isVoid() {
  try {
    if (Date.now() - fs.statSync(lock).mtimeMs > lockLifeMs) return true;
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // ENOENT: it has just been released. EPERM: another user's, so alive.
  }
}

/** Ends the process with exit code 1 when the sources cannot be built; runs `next` otherwise. */
function afterBuild(next) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`The tracker needs Node 20.19 or later; this is ${process.versions.node}.\n`);
    process.exitCode = 1;
    return;
  }
  ensureBuilt().then(next, (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

module.exports = { afterBuild };

if (require.main === module) afterBuild(() => undefined);
