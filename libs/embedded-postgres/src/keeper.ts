/** How often a server that another process started is looked after; the end of our own child is told at once. */
const everyMs = 1_000;

/** What a `Keeper` needs to know and to do. */
export interface Kept {
  readonly runs: () => boolean;
  /** Brings the server back; refuses with the reason why it cannot. */
  readonly revive: () => Promise<void>;
  readonly onNotice: (message: string) => void;
  /** Told once, when the server is given up. */
  readonly onLost: (error: Error) => void;
}

/** Brings a server back that ends without being asked to, until it is let go or cannot be brought back. */
export class Keeper {
  private readonly timer: NodeJS.Timeout;
  private letGo = false;
  private busy = false;

  constructor(private readonly kept: Kept) {
    this.timer = setInterval(() => {
      this.look();
    }, everyMs).unref();
  }

  /** Looks whether the server runs; call it whenever that is in doubt. */
  look(): void {
    if (this.letGo || this.busy || this.kept.runs()) return;
    this.busy = true;
    void this.bringBack().finally(() => {
      this.busy = false;
    });
  }

  stop(): void {
    this.letGo = true;
    clearInterval(this.timer);
  }

  private async bringBack(): Promise<void> {
    const { revive, onNotice, onLost } = this.kept;
    onNotice('PostgreSQL has ended unexpectedly; it is started again.');
    try {
      await revive();
      if (!this.isLetGo()) onNotice('PostgreSQL runs again.');
    } catch (error) {
      if (this.isLetGo()) return;
      this.stop();
      onLost(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private isLetGo(): boolean {
    return this.letGo;
  }
}
