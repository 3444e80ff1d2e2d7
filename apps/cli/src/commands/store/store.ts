import type { Command } from 'commander';
import { addCheck } from './check';
import { addCopy } from './copy';

/** `promise store …`: what is done with the log itself, whichever store keeps it. */
export function addStore(program: Command, home: string): void {
  const store = program.command('store').description('Works on the log itself, in PostgreSQL or EventStoreDB.');
  addCheck(store, home);
  addCopy(store);
}
