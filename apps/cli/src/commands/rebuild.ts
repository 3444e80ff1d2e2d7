import type { Command } from 'commander';
import { terminal } from '../terminal';
import { withTracker } from '../with-tracker';

/** `promise rebuild` */
export function addRebuild(program: Command, home: string): void {
  program
    .command('rebuild')
    .description('Builds all read models anew from the first event, beside the live ones, and swaps them in.')
    .option('--json', 'answer in JSON')
    .action(async (options: { readonly json?: true }) => {
      const events = await withTracker(home, terminal, ({ tracker }) =>
        tracker.readSide.rebuild({
          onProgress: ({ applied, expected }) => {
            terminal.progress(`${applied} of ${expected ?? 'an unknown number of'} events`);
          },
        }),
      );
      terminal.answer(
        options.json ? JSON.stringify({ events }) : `The read models were built anew from ${events} events.`,
      );
    });
}
