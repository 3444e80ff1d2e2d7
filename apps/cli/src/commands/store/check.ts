import { type Danger, NotDurable } from '@promise/event-store';
import { checkLog, dangersInWords, readSettings } from '@promise/tracker';
import type { Command } from 'commander';
import { terminal } from '../../terminal';

const SAFE = 'The log is safe: nothing that can be seen from here lets events age out, be changed or be deleted.';

/** The answer has said why. */
export class NotSafe extends Error {}

/** `promise store check` */
export function addCheck(store: Command, home: string): void {
  store
    .command('check')
    .description('Looks whether events could be lost or changed behind the tracker’s back, and changes nothing.')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      terminal.progress('Looking through the log');
      const dangers = await dangersOfLog(home);
      terminal.answer(json ? JSON.stringify({ dangers }) : inWords(dangers));
      if (dangers.length > 0) throw new NotSafe();
    });
}

async function dangersOfLog(home: string): Promise<readonly Danger[]> {
  try {
    return await checkLog(readSettings(process.env, home), {
      onNotice: (message) => {
        terminal.say(message);
      },
      onProblem: ({ message }) => {
        terminal.say(message);
      },
    });
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    return [{ rule: 'not-durable', what: `${error.message}.`, remedy: 'Set it as PostgreSQL has it by default.' }];
  }
}

function inWords(dangers: readonly Danger[]): string {
  return dangers.length === 0 ? SAFE : `The log is not safe:\n${dangersInWords(dangers)}`;
}
