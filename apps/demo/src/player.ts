import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AchieveMilestone,
  AgreeMilestone,
  AttachEvidence,
  ChangeLeads,
  CorrectMilestone,
  ProposeMilestone,
  ReopenMilestone,
  ReportProgress,
  ReviseTimescale,
  SettleMilestoneProposal,
  StartMilestone,
  TellYoungPeople,
  WithdrawMilestone,
} from '@promise/milestones';
import { DecidePromiseStartCommand, ImportPartnershipCommand, SettlePartnershipProposal } from '@promise/partnerships';
import {
  ImportPlanCommand,
  type PartnershipFile,
  type PlanFile,
  RecordStepResultCommand,
  transcribedFrom,
} from '@promise/plans';
import { type CommandContext, commandIdOf, newIdOf } from '@promise/recording';
import type { Tracker } from '@promise/tracker';
import { type Act, commandOf, type Deed, type MilestoneDeed, milestoneOf, PARTNERSHIP } from './history/act';
import { partnershipFile, planFile } from './history/plan-editions';
import type { SimulatedClock } from './simulated-clock';

type OfMilestone = Exclude<MilestoneDeed, { kind: 'attach-file' | 'approve' }>;

const COMMANDS = {
  propose: ProposeMilestone,
  agree: AgreeMilestone,
  start: StartMilestone,
  'report-progress': ReportProgress,
  'revise-timescale': ReviseTimescale,
  tell: TellYoungPeople,
  'attach-evidence': AttachEvidence,
  achieve: AchieveMilestone,
  reopen: ReopenMilestone,
  withdraw: WithdrawMilestone,
  'change-leads': ChangeLeads,
  correct: CorrectMilestone,
} as const satisfies Readonly<Record<OfMilestone['kind'], unknown>>;

/** Records acts through the tracker's own commands, at the moments they name. The same act twice is recorded once. */
export class Player {
  private readonly bus: CommandBus;

  constructor(
    app: INestApplicationContext,
    private readonly tracker: Tracker,
    private readonly clock: SimulatedClock,
  ) {
    this.bus = app.get(CommandBus, { strict: false });
  }

  async play(act: Act): Promise<void> {
    this.clock.set(act.at);
    try {
      await this.carryOut(act.deed, contextOf(act));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`“${act.key}” of ${act.at} could not be recorded: ${why}`, { cause: error });
    }
  }

  private async carryOut(deed: Deed, context: CommandContext): Promise<void> {
    switch (deed.kind) {
      case 'import-partnership':
      case 'import-plan':
        return this.import(deed.kind === 'import-plan' ? planFile(deed.edition) : partnershipFile(), context);
      case 'decide-start':
        await this.bus.execute(new DecidePromiseStartCommand(context, deed.data));
        return;
      case 'approve-start': {
        const { proposal, ...data } = deed.data;
        await this.bus.execute(new SettlePartnershipProposal(context, { settle: 'approve', proposal, data }));
        return;
      }
      case 'record-step-result':
        await this.bus.execute(
          new RecordStepResultCommand(context, `${planFile('first').key}.${deed.step}`, deed.data),
        );
        return;
      case 'attach-file':
        return this.attachFile(milestoneOf(deed.milestone), deed.data, context);
      case 'approve': {
        const { proposal, ...data } = deed.data;
        const approval = { settle: 'approve', proposal, data } as const;
        await this.bus.execute(new SettleMilestoneProposal(milestoneOf(deed.milestone), approval, context));
        return;
      }
      default:
        await this.bus.execute(commandFor(milestoneOf(deed.milestone), deed, context));
    }
  }

  /** What is imported has to be found by those who cite it. */
  private async import(file: PlanFile | PartnershipFile, asked: CommandContext): Promise<void> {
    const context = { ...asked, basis: transcribedFrom(file.document) };
    if (file.kind === 'plan') await this.bus.execute(new ImportPlanCommand(context, file));
    else await this.bus.execute(new ImportPartnershipCommand(context, file));
    await this.tracker.readSide.projector.catchUp();
  }

  private async attachFile(
    milestone: string,
    { shows, file }: Extract<MilestoneDeed, { kind: 'attach-file' }>['data'],
    context: CommandContext,
  ): Promise<void> {
    const { name, mediaType, text } = file;
    const id = newIdOf(context.commandId);
    const content = Buffer.from(text, 'utf8');
    const kept = await this.tracker.files.put({ id, partnership: PARTNERSHIP, subject: id, mediaType, content });
    const data = { shows, file: { id, name, mediaType, ...kept } };
    await this.bus.execute(new AttachEvidence(milestone, data, context));
  }
}

function commandFor(milestone: string, { kind, data }: OfMilestone, context: CommandContext): object {
  const command = COMMANDS[kind] as new (milestone: string, data: unknown, context: CommandContext) => object;
  return new command(milestone, data, context);
}

/** All ids follow from the act's key, so that an act is known again when a broken-off demonstration is finished. */
function contextOf({ key, actor, effectiveOn, basis, deed }: Act): CommandContext {
  return {
    partnership: PARTNERSHIP,
    actor,
    commandId: commandOf(key),
    causationId: commandIdOf('demonstration', key, JSON.stringify(deed)),
    correlationId: commandOf(key),
    basis: basis ?? { kind: 'recorded' },
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
  };
}
