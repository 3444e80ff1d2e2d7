import type { PartnershipFile, PlanFile } from '../domain/plan/plan-file';
import { type FieldPlace, readJson } from './json-text';
import { keyFindings } from './key-findings';
import { lineStarts, positionAt } from './position';
import type { Finding, PlanFileFault } from './plan-file-fault';
import { readText, textOf, type TextOutcome } from './read-text';
import { schemaFindings } from './schema-findings';
import { valueFindings } from './value-findings';

export type PlanFileOutcome =
  | { readonly ok: true; readonly file: PlanFile | PartnershipFile }
  | { readonly ok: false; readonly faults: readonly PlanFileFault[] };

/**
 * Reads one file of `plans/` and checks all of it: either the file, or every fault in the order of the text. Never
 * throws on what a file can be. As long as a text is not JSON, only that can be said about it.
 */
export function readPlanFile(path: string): PlanFileOutcome {
  return checked(path, readText(path));
}

/** The same for what somebody handed in; `name` is what their computer calls it. */
export function readPlanBytes(name: string, bytes: Buffer): PlanFileOutcome {
  return checked(name, textOf(bytes));
}

function checked(path: string, read: TextOutcome): PlanFileOutcome {
  if (read.ok) return checkText(path, read.text);
  const { line, rule, message } = read;
  return { ok: false, faults: [{ file: path, line, column: 1, field: '', rule, message }] };
}

function checkText(path: string, text: string): PlanFileOutcome {
  const marked = text.startsWith('\uFEFF');
  // A blank in place of the mark keeps every other place where it is.
  const { value, places, findings } = readJson(marked ? ` ${text.slice(1)}` : text);
  const all = [
    ...(marked ? [BYTE_ORDER_MARK] : []),
    ...findings,
    ...(value === undefined ? [] : [...schemaFindings(value), ...keyFindings(value), ...valueFindings(value)]),
  ];
  if (all.length === 0) return { ok: true, file: value as PlanFile | PartnershipFile };
  return { ok: false, faults: locate(path, text, places, all) };
}

const BYTE_ORDER_MARK: Finding = {
  field: '',
  rule: 'byte-order-mark',
  message: 'the file begins with a byte order mark; save it again as UTF-8 without one',
  offset: 0,
};

function locate(
  file: string,
  text: string,
  places: ReadonlyMap<string, FieldPlace>,
  findings: readonly Finding[],
): readonly PlanFileFault[] {
  const starts = lineStarts(text);
  return findings
    .map((finding) => ({ finding, offset: offsetOf(finding, text, places) }))
    .sort((one, other) => one.offset - other.offset)
    .map(({ finding: { field, rule, message }, offset }) => ({
      file,
      ...positionAt(starts, offset),
      field,
      rule,
      message,
    }));
}

function offsetOf(finding: Finding, text: string, places: ReadonlyMap<string, FieldPlace>): number {
  if (finding.offset !== undefined) return finding.offset;
  const place = places.get(finding.field) ?? places.get(parentOf(finding.field)) ?? { value: 0 };
  if (finding.rule === 'unknown-field') return place.name ?? place.value;
  if (finding.within === undefined) return place.value;
  const inside = place.value + 1 + finding.within;
  // Before an escape in the text of the file, a place within the value is not a place within the file.
  return text.slice(place.value, inside).includes('\\') ? place.value : inside;
}

/** A field that is missing is reported where the object stands that should have it. */
function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
