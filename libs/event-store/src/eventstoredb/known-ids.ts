/** Most ids that are kept; each takes about a hundred bytes. */
const MOST = 50_000;

/**
 * The event ids that streams are known to begin with. What is known stays true, as a log only grows, and is forgotten
 * where nobody asked for longest.
 */
export class KnownIds {
  private readonly streams = new Map<string, string[]>();
  private count = 0;

  of(stream: string): readonly string[] {
    return this.streams.get(stream) ?? [];
  }

  /** @param version that of the first of the ids */
  learn(stream: string, version: number, ids: readonly string[]): void {
    const known = this.streams.get(stream) ?? [];
    if (known.length < version) return;
    const more = ids.slice(known.length - version);
    // Set again, so that it stands last among what may be forgotten.
    this.streams.delete(stream);
    this.streams.set(stream, [...known, ...more]);
    this.count += more.length;
    this.forget(stream);
  }

  private forget(kept: string): void {
    for (const [stream, ids] of this.streams) {
      if (this.count <= MOST || stream === kept) return;
      this.streams.delete(stream);
      this.count -= ids.length;
    }
  }
}
