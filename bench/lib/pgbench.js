const { execFile, execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { EVENT_BYTES } = require('./events');

const run = promisify(execFile);

/** Version of the pgbench on this machine, or null where there is none. */
function pgbenchVersion() {
  try {
    return execFileSync('pgbench', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** PostgreSQL's own load program: one row in a table with one primary key for each transaction, prepared. */
class Pgbench {
  constructor(url) {
    this.url = url;
    this.folder = mkdtempSync(join(tmpdir(), 'promise-pgbench-'));
    this.script = join(this.folder, 'insert.sql');
    writeFileSync(this.script, 'INSERT INTO single_row (event) VALUES (:event);\n');
  }

  static table = 'CREATE TABLE single_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event text NOT NULL)';

  /** @returns rows per second without the time it takes to connect, and how many there were */
  async insertFor(clients, seconds) {
    const { stdout } = await run('pgbench', [
      ...['--no-vacuum', '--protocol=prepared', `--file=${this.script}`, `--define=event='${'x'.repeat(EVENT_BYTES)}'`],
      ...[`--client=${clients}`, `--jobs=${Math.min(clients, 2)}`, `--time=${seconds}`, this.url],
    ]);
    const perSecond = /^tps = ([\d.]+) \(without initial/m.exec(stdout)?.[1];
    const appends = /actually processed: (\d+)/.exec(stdout)?.[1];
    if (!perSecond || !appends) throw new Error(`pgbench said something else than expected:\n${stdout}`);
    return { perSecond: Number(perSecond), appends: Number(appends) };
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

module.exports = { Pgbench, pgbenchVersion };
