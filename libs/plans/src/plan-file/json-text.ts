import { type JSONPath, type ParseErrorCode, visit } from 'jsonc-parser';
import { below } from './pointer';
import type { Finding } from './plan-file-fault';
import { syntaxFinding } from './syntax-sayings';

/** Plans nest five levels deep; more than this only serves to exhaust the stack. */
const MAX_DEPTH = 64;
/** The largest plan here has about 1,000; the time to check a file that is all wrong grows with the square of this. */
const MAX_FIELDS = 20_000;
/** One slip makes much of the text after it look wrong, so a longer list would help nobody. */
const MAX_SYNTAX_FINDINGS = 20;

/** Where a field's value stands, and its name if it has one; UTF-16 code units from the start of the text. */
export interface FieldPlace {
  readonly name?: number;
  readonly value: number;
}

export interface JsonText {
  /** `undefined` when the text is not JSON. */
  readonly value: unknown;
  /** By JSON pointer. Of fields that stand twice, the last, as in the value. */
  readonly places: ReadonlyMap<string, FieldPlace>;
  /** Malformed JSON, and names that stand twice in one object. */
  readonly findings: readonly Finding[];
}

/** Reads JSON (RFC 8259: no comments, no trailing commas) and remembers where every field stands. */
export function readJson(text: string): JsonText {
  const reading = new Reading();
  try {
    visit(text, reading.visitor, { disallowComments: true });
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
  }
  const { findings, places } = reading;
  const malformed = findings.some(({ rule }) => rule !== 'duplicate-field');
  return { findings, places, value: malformed ? undefined : JSON.parse(text) };
}

/** What jsonc-parser tells beside the offset. */
type At = [length: number, line: number, character: number, path: () => JSONPath];

/** Ends a visit early: there is no other way out of it. */
class Stop extends Error {}

class Reading {
  readonly findings: Finding[] = [];
  readonly places = new Map<string, FieldPlace>();
  private readonly names: Set<string>[] = [];
  private readonly nameOffsets = new Map<string, number>();
  private depth = 0;
  private lastSlip = -1;

  readonly visitor = {
    onObjectBegin: (offset: number, ...at: At): void => {
      this.names.push(new Set());
      this.enter(offset, at[3]());
    },
    onObjectEnd: (): void => {
      this.names.pop();
      this.depth -= 1;
    },
    onArrayBegin: (offset: number, ...at: At): void => {
      this.enter(offset, at[3]());
    },
    onArrayEnd: (): void => {
      this.depth -= 1;
    },
    onLiteralValue: (_: unknown, offset: number, ...at: At): void => {
      this.place(offset, at[3]());
    },
    onObjectProperty: (name: string, offset: number, ...at: At): void => {
      this.meetName(name, offset, below('', ...at[3](), name));
    },
    onError: (code: ParseErrorCode, offset: number): void => {
      // One slip can be reported several times over at the same place.
      if (offset === this.lastSlip) return;
      this.lastSlip = offset;
      this.findings.push(syntaxFinding(code, offset));
      if (this.findings.length >= MAX_SYNTAX_FINDINGS) throw new Stop();
    },
  };

  private enter(offset: number, path: JSONPath): void {
    this.place(offset, path);
    this.depth += 1;
    if (this.depth <= MAX_DEPTH) return;
    const message = `lists and objects stand more than ${MAX_DEPTH} deep in each other here; a plan needs five levels`;
    this.stop('too-deep', message, offset);
  }

  private place(value: number, path: JSONPath): void {
    const pointer = below('', ...path);
    const name = this.nameOffsets.get(pointer);
    this.places.set(pointer, name === undefined ? { value } : { name, value });
    if (this.places.size <= MAX_FIELDS) return;
    this.stop(
      'too-many-fields',
      `a file may have ${MAX_FIELDS} fields, which end here; check that it is a plan`,
      value,
    );
  }

  private stop(rule: string, message: string, offset: number): never {
    this.findings.push({ field: '', rule, message, offset });
    throw new Stop();
  }

  private meetName(name: string, offset: number, field: string): void {
    this.nameOffsets.set(field, offset);
    const names = this.names.at(-1);
    if (names?.has(name) === true) {
      const message = `"${name}" stands twice in the same object; keep one of them`;
      this.findings.push({ field, rule: 'duplicate-field', message, offset });
    }
    names?.add(name);
  }
}
