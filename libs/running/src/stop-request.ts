/** The embedded database has ended and could not be started again. */
export class DatabaseLost extends Error {
  constructor(cause: Error) {
    super(`its database ended and could not be started again. ${cause.message}`, { cause });
    this.name = 'DatabaseLost';
  }
}

/** The wish that the server stops: a signal, or the loss of its database. The first counts, further ones change nothing. */
export class StopRequest {
  /** Resolves with the name of the signal. */
  readonly asked: Promise<string>;
  /** Rejects with DatabaseLost; call it when that is so. */
  readonly databaseLost: (cause: Error) => void;
  private readonly came = new AbortController();

  /**
   * Listens from now on, so that no signal is missed while the server starts. It goes on listening while the server
   * stops: `npm start` passes on the Ctrl-C that the terminal has sent to all of its processes already.
   */
  constructor() {
    let lost: (error: Error) => void = () => undefined;
    this.asked = new Promise((resolve, reject) => {
      lost = reject;
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => {
          this.came.abort();
          resolve(signal);
        });
      }
    });
    this.databaseLost = (cause): void => {
      this.came.abort();
      lost(new DatabaseLost(cause));
    };
    // Whoever awaits it hears of the loss; nobody may do so yet.
    this.asked.catch(() => undefined);
  }

  get hasCome(): boolean {
    return this.came.signal.aborted;
  }

  /** Aborts once it has come. */
  get signal(): AbortSignal {
    return this.came.signal;
  }
}
