import { Command, CommanderError } from 'commander';
import { LogsDiffer } from '@promise/event-store';
import { Refusal } from '@promise/kernel';
import { UnknownThing } from '@promise/recording';
import { reasonOf } from '@promise/running';
import { BadSetting, FileFaults, LogInDanger } from '@promise/tracker';
import { addHistory } from './commands/history';
import { addImport } from './commands/import';
import { addInvite } from './commands/invite';
import { addLink } from './commands/link';
import { addRebuild } from './commands/rebuild';
import { NotSafe } from './commands/store/check';
import { addStore } from './commands/store/store';
import { addTimeline } from './commands/timeline';
import { EXIT, type ExitCode } from './exit-codes';
import { terminal } from './terminal';

const AFTER_HELP = `
Exit codes: 0 done, 1 failed, 2 the call is wrong, 3 refused (nothing was written), 4 not found.
Settings come from the environment as for the server: DATA_DIR, DATABASE_URL, EVENT_STORE_URL, or the last two with _FILE.`;

/** Runs one command line and returns its exit code. */
export async function run(argv: readonly string[], home: string): Promise<ExitCode> {
  const program = new Command('promise')
    .description('Works on a Promise tracker from the command line, as its operator.')
    .addHelpText('after', AFTER_HELP)
    .exitOverride()
    .showHelpAfterError('(add --help to see what it takes)');
  for (const add of [addImport, addInvite, addLink, addRebuild, addTimeline, addHistory, addStore]) add(program, home);
  try {
    await program.parseAsync([...argv]);
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** After these nothing was written. */
const REFUSING = [FileFaults, Refusal, LogInDanger];

function exitCodeOf(error: unknown): ExitCode {
  // Commander has written its own message by now; help and version count as done.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (REFUSING.some((each) => error instanceof each)) {
    terminal.say(`${(error as Error).message}\nNothing was written.`);
    return EXIT.refused;
  }
  if (error instanceof LogsDiffer) {
    terminal.say(error.message);
    return error.copied === 0 ? EXIT.refused : EXIT.failed;
  }
  if (error instanceof NotSafe) return EXIT.refused;
  if (error instanceof UnknownThing) {
    terminal.say(error.message);
    return EXIT.notFound;
  }
  if (error instanceof BadSetting) {
    terminal.say(error.message);
    return EXIT.usage;
  }
  terminal.say(reasonOf(error));
  return EXIT.failed;
}
