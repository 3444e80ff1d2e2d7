import { type DomainEvent, type RecordedEvent, type TextErased, withoutText } from '@promise/kernel';

/**
 * The history of a stream as it is to be decided on: what was decided to be erased is erased, also where its key is not
 * destroyed yet or is remembered here. A decision that took up such text would seal it anew, and it would never go.
 */
export function asDecided<Event extends DomainEvent>(
  history: readonly RecordedEvent<Event>[],
): readonly RecordedEvent<Event>[] {
  const erased = new Set(
    history
      .filter(({ type }) => type === 'TextErased')
      .flatMap(({ payload }) => (payload as TextErased['payload']).events),
  );
  if (erased.size === 0) return history;
  return history.map((event) =>
    erased.has(event.envelope.id) ? { ...event, payload: withoutText(event.payload) } : event,
  );
}
