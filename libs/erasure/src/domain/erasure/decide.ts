import {
  type Decider,
  type Fault,
  isPlainText,
  personal,
  Refusal,
  refuse,
  type TextErased,
  withSecondPerson,
} from '@promise/kernel';
import { type Text, textsIn } from './texts';

/** Erases the text of these events for good; `reason` stays on record and must name nobody. */
export interface EraseText {
  readonly events: readonly string[];
  readonly reason: string;
}

const MOST = 100;
const LONGEST_REASON = 10_000;

/** What may be erased of a stream, whatever it is about. */
const erasureDecider: Decider<readonly Text[], EraseText, TextErased> = {
  fold: textsIn,
  decide(texts, { events, reason }) {
    const faults = [...eventFaults(texts, events), ...reasonFaults(reason)];
    if (faults.length > 0) throw new Refusal(...faults);
    const all = withWhatGoesAlong(texts, events);
    const files = texts.flatMap(({ event, file }) => (file !== null && all.includes(event) ? [file] : []));
    const payload = { events: all, files, reason: personal(reason.trim()) };
    return [{ type: 'TextErased', schemaVersion: 1, payload }];
  },
};

/** The same, with the second person that every erasure needs. */
export const erasureWithSecondPerson = withSecondPerson<readonly Text[], EraseText, TextErased>(erasureDecider, {
  changeIn: () => 'erasure',
  assertAllowed(texts, events) {
    const asked = new Set(events.flatMap(({ payload }) => payload.events));
    if (texts.some(({ event, there }) => there && asked.has(event))) return;
    refuse('proposal', 'text-is-there', 'all of it was erased in the meantime; refuse it');
  },
});

function eventFaults(texts: readonly Text[], events: readonly string[]): readonly Fault[] {
  if (events.length === 0) return [{ field: 'events', rule: 'at-least-one', message: 'name at least one record' }];
  if (events.length > MOST) {
    return [{ field: 'events', rule: 'not-too-many', message: `at most ${MOST} records are taken at a time` }];
  }
  return events.flatMap((id, n) => {
    const found = texts.find(({ event }) => event === id);
    const fault = (rule: string, message: string): Fault[] => [{ field: `events.${n}`, rule, message }];
    if (!found) return fault('known-event', 'there is no such record here');
    return found.there ? [] : fault('text-is-there', 'it has no text to erase, or it was erased already');
  });
}

function reasonFaults(reason: string): readonly Fault[] {
  const fault = (rule: string, message: string): Fault[] => [{ field: 'reason', rule, message }];
  if (reason.trim() === '') return fault('not-blank', 'say why it has to be erased, without repeating it');
  if (!isPlainText(reason)) return fault('a-text', 'this holds characters that are no text');
  return reason.length > LONGEST_REASON ? fault('not-too-long', `at most ${LONGEST_REASON} characters`) : [];
}

/** The events asked for, and those that say the same again; none twice, in log order. */
function withWhatGoesAlong(texts: readonly Text[], asked: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const add = (id: string): void => {
    if (all.has(id)) return;
    all.add(id);
    texts.find(({ event }) => event === id)?.goesWith.forEach(add);
  };
  asked.forEach(add);
  return texts.flatMap(({ event, there }) => (there && all.has(event) ? [event] : []));
}
