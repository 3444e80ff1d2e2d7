import { resolve } from 'node:path';
import { Refusal } from '@promise/kernel';
import { FileFaults, FileImport, type ImportOutcome } from '@promise/tracker';
import type { Command } from 'commander';
import { terminal } from '../terminal';
import { withTracker } from '../with-tracker';

interface Options {
  readonly partnership: string;
  readonly preview?: true;
  readonly json?: true;
}

/** `promise import FILE --partnership P [--preview]` */
export function addImport(program: Command, home: string): void {
  program
    .command('import')
    .description('Brings a plan or partnership file into the tracker: all of it or nothing.')
    .argument('<file>', 'a JSON file as described in plans/README.md')
    .requiredOption('-p, --partnership <id>', 'the partnership it belongs to, such as north-lanarkshire')
    .option('--preview', 'say what would change, and write nothing')
    .option('--json', 'answer in JSON')
    .action(async (file: string, options: Options) => {
      const path = resolve(file);
      try {
        const outcome = await withTracker(home, terminal, async ({ app, tracker }) => {
          const files = app.get(FileImport, { strict: false });
          if (options.preview) return files.preview(path, options.partnership);
          terminal.progress(`Importing ${file}`);
          const done = await files.import(path, options.partnership);
          await tracker.readSide.projector.catchUp();
          return done;
        });
        terminal.answer(options.json ? JSON.stringify(outcome) : inWords(outcome, options.preview === true));
      } catch (error) {
        const wrong = error instanceof FileFaults || error instanceof Refusal;
        if (options.json && wrong) terminal.answer(JSON.stringify({ faults: error.faults }));
        throw error;
      }
    });
}

function inWords(outcome: ImportOutcome, preview: boolean): string {
  const heading =
    outcome.changes.length === 0
      ? 'Nothing changes: the tracker holds this already.'
      : `${changes(outcome.changes.length)} ${preview ? 'would be recorded' : 'recorded'}:`;
  const kept = outcome.kept.map((line) => `Kept as it is: ${line.reason}`);
  return [heading, ...outcome.changes.map((change) => `- ${change.sentence}`), ...kept].join('\n');
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}
