import { QueryBus } from '@nestjs/cqrs';
import { systemClock } from '@promise/kernel';
import { milestoneStream } from '@promise/milestones';
import { PartnershipsQuery } from '@promise/partnerships';
import { UnknownThing } from '@promise/recording';
import { ReadHistory, type TrailEntry } from '@promise/trail';
import type { Command } from 'commander';
import { terminal } from '../terminal';
import { withTracker, type Workplace } from '../with-tracker';

const PAGE = 500;

/** `promise history ID` */
export function addHistory(program: Command, home: string): void {
  program
    .command('history')
    .description('Shows every event of one milestone: who, what, when and why.')
    .argument('<id>', 'the id of a milestone')
    .option('--json', 'answer in JSON')
    .action(async (id: string, options: { readonly json?: true }) => {
      const entries = await withTracker(home, terminal, (workplace) => historyOf(workplace, id));
      if (entries.length === 0) throw new UnknownThing('milestone', id);
      terminal.answer(options.json ? JSON.stringify(entries) : entries.map(inWords).join('\n'));
    });
}

/** An id is of one partnership only; the operator need not know which. */
async function historyOf({ app, tracker }: Workplace, id: string): Promise<TrailEntry[]> {
  await tracker.readSide.projector.catchUp();
  const queries = app.get(QueryBus, { strict: false });
  const partnerships = await app.get(PartnershipsQuery, { strict: false }).list();
  const entries: TrailEntry[] = [];
  for (const { partnership } of partnerships) {
    const stream = milestoneStream(partnership, id);
    for (let after: string | null | undefined; after !== null;) {
      const page = after === undefined ? { limit: PAGE } : { limit: PAGE, after };
      const part = await queries.execute(new ReadHistory(partnership, stream, systemClock.now(), page));
      entries.push(...part.items);
      after = part.next;
    }
  }
  return entries;
}

function inWords(entry: TrailEntry): string {
  const transcribed = entry.transcribed ? ', transcribed' : '';
  return [
    `${entry.recordNumber}. ${entry.what}`,
    `   so on ${entry.effectiveOn}, recorded ${entry.recordedAt} by ${entry.who.role}${transcribed} (event ${entry.event})`,
    ...(entry.why === null ? [] : [`   why: ${entry.why}`]),
  ].join('\n');
}
