const { fork } = require('node:child_process');
const { join } = require('node:path');

/**
 * A process of its own that does what it is asked, one thing at a time: contenders share neither heap nor event loop.
 * The other side is `serve`.
 */
class WorkerProcess {
  /**
   * @param file its name below `bench/processes`
   * @param options of Node
   */
  constructor(file, environment = {}, options = []) {
    this.child = fork(join(__dirname, '../processes', file), {
      env: { ...process.env, ...environment },
      execArgv: [...options, ...(process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean)],
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.file = file;
  }

  get pid() {
    return this.child.pid;
  }

  /** Asks for one of the things it serves. Rejects with its error, or when it ends without an answer. */
  async ask(what, wanted = {}) {
    const answered = new Promise((resolve) => this.child.once('message', resolve));
    this.child.send({ what, wanted });
    const answer = await Promise.race([answered, this.ended.then((code) => ({ error: `ended with ${code}` }))]);
    if ('error' in answer) throw new Error(`${this.file}, ${what}: ${answer.error}`);
    return answer.result;
  }

  async stop() {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }
}

/** Runs in the worker process: answers each question with what the function of that name returns. */
function serve(functions, close = () => undefined) {
  process.on('message', ({ what, wanted }) => {
    Promise.resolve()
      .then(() => functions[what](wanted))
      .then(
        (result) => process.send({ result: result ?? null }),
        (error) => process.send({ error: error.stack ?? String(error) }),
      );
  });
  process.on('disconnect', () => void Promise.resolve(close()).then(() => process.exit(0)));
}

module.exports = { WorkerProcess, serve };
