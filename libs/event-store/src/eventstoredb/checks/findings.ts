import type { Danger } from '../../event-store.port';

/** As many streams as a sentence names. */
const NAMED = 5;

/** The same danger in any number of streams, told in one sentence. */
export class Findings {
  private readonly found = new Map<Danger, { names: string[]; count: number }>();

  /** @param danger a constant of its own; what is wrong, without streams and full stop */
  add(danger: Danger, stream: string): void {
    const found = this.found.get(danger) ?? { names: [], count: 0 };
    this.found.set(danger, found);
    found.count += 1;
    if (found.names.length < NAMED) found.names.push(stream);
  }

  dangers(): Danger[] {
    const inOrder = [...this.found].sort(([one], [other]) => one.rule.localeCompare(other.rule));
    return inOrder.map(([danger, { names, count }]) => {
      const more = count > names.length ? ` and ${count - names.length} more` : '';
      const streams = `${count === 1 ? 'stream' : `${count} streams`} ${names.join(', ')}${more}`;
      return { ...danger, what: `${danger.what}: ${streams}.` };
    });
  }
}
