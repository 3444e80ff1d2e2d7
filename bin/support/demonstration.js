'use strict';

const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { QueryBus } = require('@nestjs/cqrs');
const { pino } = require('pino');

const CHECKOUT = resolve(__dirname, '../..');
const PARTNERSHIP = 'firth-and-glen';

/** Where the pages of the invented partnership begin. */
const BASE = `/p/${PARTNERSHIP}`;

/**
 * The demonstration as the compiled tracker shows it at noon of one day, so that its pages are the same whenever it is
 * run. It lives in a folder of its own, which is deleted when it is closed.
 */
class Demonstration {
  /**
   * @param day last day of the history, and today for whoever looks
   * @param databaseUrl an empty database to use; an embedded PostgreSQL of its own where nothing is said
   * @param dist the folder of the compiled tracker
   */
  static async open({ day, databaseUrl, dist = join(CHECKOUT, 'dist') }) {
    const demonstration = new Demonstration(day, dist);
    try {
      await demonstration.start(databaseUrl);
    } catch (error) {
      await demonstration.close();
      throw error;
    }
    return demonstration;
  }

  constructor(day, dist) {
    this.day = day;
    this.dist = dist;
    this.folder = mkdtempSync(join(tmpdir(), 'promise-demonstration-'));
  }

  async start(databaseUrl) {
    const { openTracker, readSettings } = this.lib('tracker');
    const dataDir = join(this.folder, 'data');
    const settings = readSettings({ DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }, CHECKOUT);
    const clock = new (this.compiled('demo/src/simulated-clock').SimulatedClock)();
    this.tracker = await openTracker(settings, REPORTS, clock);
    mkdirSync(dataDir, { recursive: true });
    this.people = this.lib('identity').DemonstrationPeople.of(dataDir);
    const { makeApplication } = this.compiled('server/src/application');
    this.app = await makeApplication(this.tracker, this.people, pino({ level: 'silent' }));
    await this.app.init();
    const history = this.compiled('demo/src/history/history').historyUntil(this.day);
    await this.compiled('demo/src/record-history').recordHistory(this.app, this.tracker, clock, history);
    clock.set(`${this.day}T12:00:00.000Z`);
    await this.app.listen(0, 'localhost');
  }

  get address() {
    return `http://localhost:${this.app.getHttpServer().address().port}`;
  }

  /** Both times of a view: this day, and all that was recorded until now. */
  get now() {
    return { asAt: this.day, knownAt: this.tracker.clock.now() };
  }

  /** Asks as the pages ask. */
  ask(query) {
    return this.app.get(QueryBus, { strict: false }).execute(query);
  }

  /** The whole timeline, ten years by foundation. */
  timeline() {
    const { ReadTimeline } = this.lib('timeline');
    return this.ask(new ReadTimeline(PARTNERSHIP, { horizon: 10, lanes: 'foundation' }, this.now));
  }

  /** The cookie of a browser in which a demonstration person is signed in. */
  async signedIn(role) {
    const proven = { person: this.people.inRole(role).id, stamp: null };
    return { name: 'session', value: await this.tracker.sessions.open(proven) };
  }

  /** The door of one of the tracker's libs. */
  lib(name) {
    return require(join(this.dist, 'libs', name, 'src/index.js'));
  }

  /** A file of one of the tracker's apps. */
  compiled(path) {
    return require(join(this.dist, 'apps', `${path}.js`));
  }

  async close() {
    await this.app?.close();
    await this.tracker?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const REPORTS = {
  onNotice: () => undefined,
  onProblem: (error) => process.stderr.write(`${error.stack}\n`),
  onRebuild: () => undefined,
};

module.exports = { BASE, Demonstration, PARTNERSHIP };
