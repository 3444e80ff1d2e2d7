/** Remembers a bounded number of values for a short time; what was used least recently makes room. */
export class ShortMemory<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly until: number }>();

  /** @param clock milliseconds that never run backwards */
  constructor(
    private readonly size: number,
    private readonly milliseconds: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Take it before asking the database, so that the time to live runs from the asking and not from the answer. */
  now(): number {
    return this.clock();
  }

  get(name: string): Value | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    this.entries.delete(name);
    if (entry.until <= this.clock()) return undefined;
    // A map keeps the order of insertion: what is put back last is forgotten last.
    this.entries.set(name, entry);
    return entry.value;
  }

  set(name: string, value: Value, askedAt: number): void {
    this.entries.delete(name);
    this.entries.set(name, { value, until: askedAt + this.milliseconds });
    if (this.entries.size <= this.size) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
