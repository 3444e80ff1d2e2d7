import { v5 } from 'uuid';

/** Namespace of every id that the tracker derives (RFC 9562, version 5). Never changes. */
const NAMESPACE = '5d9f0f3c-6b1e-5b0a-9c57-2f7a3f0d7a11';

/** The command id: the same person, route and idempotency key give the same one. */
export function commandIdOf(person: string, route: string, key: string): string {
  return v5(JSON.stringify([person, route, key]), NAMESPACE);
}

/** The id of the n-th event of a command. */
export function eventIdOf(commandId: string, n: number): string {
  return v5(`event ${n}`, commandId);
}

/** The id of the thing that a command brings into being. */
export function newIdOf(commandId: string): string {
  return v5('new', commandId);
}
