const { mkdtempSync, readFileSync, rmSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Client } = require('pg');
const { lib } = require('./dist');

const TMPFS = 0x01021994;

/** The one PostgreSQL that all contenders use: the tracker's own, in a folder of this run, with its usual settings. */
class BenchPostgres {
  constructor(server, folder) {
    this.server = server;
    this.folder = folder;
    this.made = 0;
  }

  static async start() {
    const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'promise-bench-'));
    const server = await lib('embedded-postgres').EmbeddedPostgres.start({ dataDir: folder });
    return new BenchPostgres(server, folder);
  }

  /** Whether what is "durable" here would survive the loss of power: a folder in memory would make the figures void. */
  get onDisk() {
    return statfsSync(this.folder).type !== TMPFS;
  }

  get url() {
    return this.server.url;
  }

  /** An empty database for one contender; answers its address. */
  async database(name) {
    this.made += 1;
    const database = `bench_${this.made}_${name.replaceAll(/\W/g, '_')}`;
    await this.query(`CREATE DATABASE ${database}`);
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  /** Process id of the server itself, the parent of all its others. */
  get pid() {
    return Number(readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** What one contender left to be written must not be paid for by the next one. */
  checkpoint() {
    return this.query('CHECKPOINT');
  }

  async query(text, url = this.url) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  async stop() {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

module.exports = { BenchPostgres };
