/** What stands for one asked-for name until its batch is done. */
interface Waiting<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what many callers ask for at the same time into one call: one commit for all of them instead of one each.
 * While a batch is under way the next one gathers. Callers who ask for the same name share one answer.
 */
export class GroupCommit<Value> {
  private readonly waiting = new Map<string, Waiting<Value>>();
  private running = false;

  /**
   * @param work answers every name of a batch; when it throws, all callers of that batch get the error
   * @param atMost names in a batch
   */
  constructor(
    private readonly work: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
    private readonly atMost: number,
  ) {}

  ask(name: string): Promise<Value> {
    const waiting = this.waiting.get(name) ?? defer<Value>();
    this.waiting.set(name, waiting);
    if (!this.running) {
      this.running = true;
      // After all requests that arrived together have been read, so that they go into the same batch.
      setImmediate(() => void this.run());
    }
    return waiting.promise;
  }

  private async run(): Promise<void> {
    while (this.waiting.size > 0) await this.runBatch(this.take());
    this.running = false;
  }

  private take(): Map<string, Waiting<Value>> {
    const batch = new Map([...this.waiting].slice(0, this.atMost));
    for (const name of batch.keys()) this.waiting.delete(name);
    return batch;
  }

  private async runBatch(batch: ReadonlyMap<string, Waiting<Value>>): Promise<void> {
    try {
      const answers = await this.work([...batch.keys()]);
      for (const [name, { resolve, reject }] of batch) {
        const answer = answers.get(name);
        if (answer === undefined) reject(new Error(`no answer for ${name}`));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    }
  }
}

function defer<Value>(): Waiting<Value> {
  let resolve!: (value: Value) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
