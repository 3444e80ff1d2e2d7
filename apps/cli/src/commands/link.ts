import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Accounts, OPERATOR } from '@promise/identity';
import { MakeLinkCommand } from '@promise/people';
import { UnknownThing } from '@promise/recording';
import type { Command } from 'commander';
import { terminal } from '../terminal';
import { withTracker, type Workplace } from '../with-tracker';

interface Options {
  readonly partnership: string;
  readonly person: string;
  readonly address: string;
  readonly json?: true;
}

/** `promise link --partnership P --person ID`: for people of several partnerships, for whom no administrator may speak. */
export function addLink(program: Command, home: string): void {
  program
    .command('link')
    .description('Prints a new link by which somebody who has an account chooses how to sign in.')
    .requiredOption('-p, --partnership <id>', 'a partnership where they have a role, such as north-lanarkshire')
    .requiredOption('--person <id>', 'their id, as in the address of their page and in the trail')
    .option('--address <url>', 'where people open the tracker', `http://localhost:${process.env.PORT ?? '3000'}`)
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const link = await withTracker(home, terminal, (workplace) => newLink(workplace, options));
      terminal.answer(
        options.json
          ? JSON.stringify({ person: options.person, link })
          : `Give them this link. It is good once, for 7 days, and asks for no second factor:\n${link}`,
      );
    });
}

async function newLink({ app }: Workplace, { partnership, person, address }: Options): Promise<string> {
  const accounts = app.get(Accounts, { strict: false });
  const account = UUID.test(person) ? await accounts.one(person) : null;
  // Whoever signs in at a service of their council does so there alone.
  if (!account || account.isElsewhere) throw new UnknownThing('person with a password here', person);
  const commandId = randomUUID();
  const context = {
    ...{ partnership, actor: OPERATOR, commandId, causationId: commandId, correlationId: commandId },
    basis: { kind: 'recorded' },
  } as const;
  await app.get(CommandBus, { strict: false }).execute(new MakeLinkCommand(context, person));
  return `${address}/welcome?link=${await accounts.linkFor(person)}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
