import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Accounts, OPERATOR } from '@promise/identity';
import { isPlainText, refuse } from '@promise/kernel';
import { PartnershipsQuery } from '@promise/partnerships';
import { GrantRoleCommand } from '@promise/people';
import { type CommandContext, UnknownThing } from '@promise/recording';
import type { Command } from 'commander';
import { terminal } from '../terminal';
import { withTracker, type Workplace } from '../with-tracker';

const LONGEST_NAME = 200;

const NEW_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 60;

interface Options {
  readonly partnership: string;
  readonly name: string;
  readonly role: string;
  readonly until?: string;
  readonly address: string;
  readonly new?: true;
  readonly json?: true;
}

/** `promise invite --partnership P --name NAME [--role administrator] [--new]`: the first administrator, or one after the last. */
export function addInvite(program: Command, home: string): void {
  program
    .command('invite')
    .description('Gives somebody a role in a partnership and prints the link by which they choose how to sign in.')
    .requiredOption('-p, --partnership <id>', 'the partnership, such as north-lanarkshire')
    .requiredOption('-n, --name <name>', 'what they are called; it stands in no event')
    .option('-r, --role <role>', 'worker, lead, board, approver, inspector or administrator', 'administrator')
    .option('--until <day>', 'the last day of the role (YYYY-MM-DD); an inspector always has one')
    .option('--address <url>', 'where people open the tracker', `http://localhost:${process.env.PORT ?? '3000'}`)
    .option('--new', 'the partnership is a new one, which the administrator sets up by the link')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const { person, link } = await withTracker(home, terminal, (workplace) => invite(workplace, options));
      terminal.answer(
        options.json
          ? JSON.stringify({ person, link })
          : `Give ${options.name} this link. It is good once, for 7 days, and asks for no second factor:\n${link}`,
      );
    });
}

async function invite({ app, tracker }: Workplace, options: Options): Promise<{ person: string; link: string }> {
  const { partnership, name, role, until, address } = options;
  if (name.trim() === '' || !isPlainText(name) || name.length > LONGEST_NAME) {
    refuse('name', 'a-name', `is a line of 1 to ${LONGEST_NAME} characters`);
  }
  await checkPartnership(app, options);
  const person = randomUUID();
  const grant = { person, role, ...(until === undefined ? {} : { until }) };
  await app.get(CommandBus, { strict: false }).execute(new GrantRoleCommand(contextIn(partnership), grant));
  await tracker.readSide.projector.catchUp();
  const accounts = app.get(Accounts, { strict: false });
  await accounts.create({ person, name: name.trim(), appearsAs: null });
  return { person, link: `${address}/welcome?link=${await accounts.linkFor(person)}` };
}

async function checkPartnership(app: Workplace['app'], options: Options): Promise<void> {
  const { partnership } = options;
  const known = await app.get(PartnershipsQuery, { strict: false }).list();
  const isKnown = known.some((each) => each.partnership === partnership);
  if (options.new) {
    checkNew(options, isKnown);
    return;
  }
  if (isKnown) return;
  terminal.say('To begin a new partnership, add --new.');
  throw new UnknownThing('partnership', partnership);
}

/** Whoever is invited first sets it up, so nobody else can be. */
function checkNew({ partnership, role }: Options, isKnown: boolean): void {
  if (!NEW_ID.test(partnership) || partnership.length > LONGEST_ID) {
    const form = `1 to ${LONGEST_ID} small letters and digits, with single hyphens between them, such as north-lanarkshire`;
    refuse('partnership', 'an-id', `the id of a new partnership is ${form}`);
  }
  if (isKnown) refuse('partnership', 'not-registered-yet', `${partnership} is set up already: leave out --new`);
  if (role !== 'administrator')
    refuse('role', 'administrator-first', 'a new partnership begins with its administrator');
}

function contextIn(partnership: string): CommandContext {
  const commandId = randomUUID();
  const basis = { kind: 'recorded' } as const;
  return { partnership, actor: OPERATOR, commandId, causationId: commandId, correlationId: commandId, basis };
}
