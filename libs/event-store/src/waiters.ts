interface Waiter {
  readonly after: bigint;
  readonly wake: () => void;
}

/** Those who wait for the log to grow beyond a position. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();
  private head = 0n;
  private closed = false;

  /** The log is known to reach this far; wakes whoever waited for less. */
  reached(position: bigint): void {
    if (position > this.head) this.head = position;
    for (const waiter of this.waiting) if (this.head > waiter.after) waiter.wake();
  }

  /** Resolves when the log reaches beyond the position, after the time, on abort or on close. */
  async wait(after: bigint, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.closed || this.head > after || signal?.aborted === true) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.waiting.delete(waiter);
        resolve();
      };
      const waiter: Waiter = { after, wake };
      const timer = setTimeout(wake, timeoutMs);
      signal?.addEventListener('abort', wake);
      this.waiting.add(waiter);
    });
  }

  close(): void {
    this.closed = true;
    for (const waiter of this.waiting) waiter.wake();
  }
}
