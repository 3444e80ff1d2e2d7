import { copyLog, type CopyProgress, type EventStore, StoreUnavailable } from '@promise/event-store';
import { BadSetting, dangersInWords, isSamePlace, openLog, openLogThatIsThere } from '@promise/tracker';
import type { Command } from 'commander';
import { terminal } from '../../terminal';
import { sideOf, withUrl } from './sides';

interface Options {
  readonly from?: string;
  readonly fromFile?: string;
  readonly fromData?: string;
  readonly to?: string;
  readonly toFile?: string;
  readonly toData?: string;
  readonly json?: true;
}

/** Between two lines of progress. */
const PROGRESS_MS = 1_000;

/** `promise store copy --from URL --to URL` */
export function addCopy(store: Command): void {
  store
    .command('copy')
    .description('Copies a log to another store, compares all of it, and goes on where it was broken off.')
    .option('--from <url>', 'the log to copy: postgres://…, esdb://… or kurrentdb://…')
    .option('--from-file <file>', 'a file that holds this URL, so that nobody else on the machine sees its password')
    .option('--from-data <folder>', 'the DATA_DIR of a tracker with the PostgreSQL that it brings with it')
    .option('--to <url>', 'where to copy it: an empty log, or one that was copied from the other')
    .option('--to-file <file>', 'a file that holds this URL')
    .option('--to-data <folder>', 'the DATA_DIR of a tracker')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const { from, fromFile, fromData, to, toFile, toData } = options;
      const source = sideOf('--from', { url: from, file: fromFile, dataDir: fromData });
      const target = sideOf('--to', { url: to, file: toFile, dataDir: toData });
      const done = await withUrl(source, (one) => withUrl(target, (other) => copy(one, other)));
      terminal.answer(options.json ? JSON.stringify(done) : inWords(done));
    });
}

async function copy(from: string, to: string): Promise<CopyProgress> {
  if (isSamePlace(from, to)) throw new BadSetting('--from and --to name the same log');
  const source = await openLogThatIsThere('--from', from, onProblem);
  return closing(source, async () => closing(await openLog(to, onProblem), (target) => copyAndSay(source, target)));
}

/** It is copied all the same: what is wrong can be mended before the tracker works with it. */
async function sayWhatIsUnsafe(target: EventStore): Promise<void> {
  const dangers = await target.check();
  if (dangers.length === 0) return;
  const whole = dangersInWords(dangers);
  terminal.say(`The target is not safe; in production the tracker would not start with it:\n${whole}`);
}

const onProblem = ({ message }: Error): void => {
  terminal.say(message);
};

async function closing<Answer>(store: EventStore, work: (store: EventStore) => Promise<Answer>): Promise<Answer> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function copyAndSay(source: EventStore, target: EventStore): Promise<CopyProgress> {
  const begun = performance.now();
  let said = begun;
  try {
    await sayWhatIsUnsafe(target);
    return await copyLog(source, target, ({ compared, copied }) => {
      const now = performance.now();
      if (now - said < PROGRESS_MS) return;
      said = now;
      const rate = Math.round((compared * 1_000) / (now - begun));
      terminal.progress(`${compared} events compared, ${copied} of them copied (${rate} a second)`);
    });
  } catch (error) {
    if (error instanceof StoreUnavailable) terminal.say('The copy is not complete. The same call takes it up again.');
    throw error;
  }
}

function inWords({ compared, copied }: CopyProgress): string {
  return [
    `${events(compared - copied)} stood in the target already; ${events(copied)} ${copied === 1 ? 'was' : 'were'} copied.`,
    `All ${compared} were compared: the two logs are the same, in order, ids and bytes.`,
  ].join('\n');
}

function events(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
