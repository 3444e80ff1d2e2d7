import { QueryBus } from '@nestjs/cqrs';
import { endOfLondonDay, isDay, londonDay, systemClock } from '@promise/kernel';
import { UnknownThing } from '@promise/recording';
import { ReadTimeline } from '@promise/timeline';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { terminal } from '../terminal';
import { withTracker } from '../with-tracker';
import { timelineInWords } from './timeline-in-words';

interface Options {
  readonly partnership: string;
  readonly horizon: '5' | '10';
  readonly lanes: 'foundation' | 'theme';
  readonly asAt?: string;
  readonly knownAt?: string;
  readonly json?: true;
}

/** `promise timeline --partnership P` */
export function addTimeline(program: Command, home: string): void {
  program
    .command('timeline')
    .description('Shows what was said would be done, and what came of it.')
    .requiredOption('-p, --partnership <id>', 'the partnership, such as north-lanarkshire')
    .addOption(new Option('--horizon <years>', 'the first 5 years or all 10').choices(['5', '10']).default('10'))
    .addOption(
      new Option('--lanes <by>', 'a lane for each foundation, or for each theme of the plans')
        .choices(['foundation', 'theme'])
        .default('foundation'),
    )
    .option('--as-at <day>', 'how it was on this day (default: today)', day)
    .option('--known-at <day>', 'as far as was recorded by the end of this day (default: now)', day)
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const now = systemClock.now();
      const times = {
        asAt: options.asAt ?? londonDay(now),
        knownAt: options.knownAt ? endOfLondonDay(options.knownAt) : now,
      };
      const wanted = { horizon: options.horizon === '5' ? 5 : 10, lanes: options.lanes } as const;
      const timeline = await withTracker(home, terminal, async ({ app, tracker }) => {
        await tracker.readSide.projector.catchUp();
        return app.get(QueryBus, { strict: false }).execute(new ReadTimeline(options.partnership, wanted, times));
      });
      if (!timeline) throw new UnknownThing('partnership', options.partnership);
      terminal.answer(options.json ? JSON.stringify(timeline) : timelineInWords(timeline));
    });
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('It must be a day, written YYYY-MM-DD.');
  return text;
}
