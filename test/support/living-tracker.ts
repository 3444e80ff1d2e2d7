import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays, londonDay } from '@promise/kernel';
import { FileImport } from '@promise/tracker';
import { type Answer, Caller } from './caller';
import { Follower } from './follower';
import type { Act, Attempt, Edit } from './random-life';
import { type RunningTracker, runningTracker } from './running-tracker';
import { SetClock } from './set-clock';

const PARTNERSHIPS = ['north-lanarkshire', 'south-lanarkshire'] as const;
const PLANS = resolve(__dirname, '../../plans');
const PLAN = 'corporate-parenting-improvement-plan-2019-22';

/** A tracker in which the attempts of a random life are made, while its read models follow at their own pace. */
export class LivingTracker {
  private readonly folder = mkdtempSync(join(tmpdir(), 'promise-life-'));
  private readonly milestones: { readonly id: string; readonly partnership: number; readonly events: string[] }[] = [];

  private readonly proposals: { readonly id: string; readonly partnership: number }[] = [];

  private constructor(
    readonly running: RunningTracker,
    private readonly clock: SetClock,
    readonly live: Follower,
  ) {}

  static async open(): Promise<LivingTracker> {
    const clock = new SetClock('2025-03-03T10:00:00.000Z');
    const running = await runningTracker({ clock, plans: false, projecting: false });
    const life = new LivingTracker(running, clock, await Follower.of(running, 'read'));
    for (const [n] of PARTNERSHIPS.entries()) {
      await life.importPartnership(n, ['timeline', 'plans']);
      await life.live.catchUp(1);
      await life.importPlan(n, []);
    }
    return life;
  }

  async attempt({ partnership, act, wait, effective, follow }: Attempt): Promise<void> {
    this.clock.move(wait);
    const effectiveOn = effective === null ? {} : { effectiveOn: addDays(londonDay(this.clock.now()), effective) };
    await this.carryOut(partnership, act, effectiveOn);
    if (follow > 0) await this.live.follow(follow);
  }

  private async carryOut(partnership: number, act: Act, effectiveOn: object): Promise<void> {
    if (act.do === 'import') return this.importPlan(partnership, act.edits);
    if (act.do === 'partnership') return this.importPartnership(partnership, act.publishes);
    if (act.do === 'propose') {
      const { body } = await this.post(partnership, 'milestones', { ...act.body, ...effectiveOn });
      if (body.id) this.milestones.push({ id: body.id as string, partnership, events: idsOf(body) });
      return;
    }
    if (act.do === 'settle') return this.settle(act, effectiveOn);
    if (act.do === 'start') {
      await this.post(partnership, 'promise-start', { ...act.body, ...effectiveOn });
      return;
    }
    if (act.do === 'result') {
      const step = stepsOf(planOf(partnership))[act.step % stepsOf(planOf(partnership)).length];
      await this.post(partnership, `steps/${PLAN}.${step?.key ?? ''}/record-result`, { ...act.body, ...effectiveOn });
      return;
    }
    await this.onMilestone(act, effectiveOn);
  }

  private async onMilestone(act: Extract<Act, { do: 'command' | 'correct' }>, effectiveOn: object): Promise<void> {
    const milestone = this.milestones[act.milestone % this.milestones.length];
    if (!milestone) return;
    const about = act.do === 'correct' ? { event: milestone.events[act.event % milestone.events.length] } : effectiveOn;
    const path = `milestones/${milestone.id}/${act.do === 'correct' ? 'correct' : act.path}`;
    milestone.events.push(...idsOf((await this.post(milestone.partnership, path, { ...act.body, ...about })).body));
  }

  private async settle({ proposal, how, body }: Extract<Act, { do: 'settle' }>, effectiveOn: object): Promise<void> {
    const asked = this.proposals[proposal % this.proposals.length];
    if (!asked) return;
    const role = how === 'take-back' ? 'worker' : 'approver';
    await this.post(asked.partnership, `approvals/${asked.id}/${how}`, { ...body, ...effectiveOn }, role);
  }

  private async post(
    partnership: number,
    path: string,
    body: object,
    role: 'worker' | 'approver' = 'worker',
  ): Promise<Answer> {
    const answer = await new Caller(this.running, role, PARTNERSHIPS[partnership]).post(path, body);
    if (answer.body.proposal) this.proposals.push({ id: answer.body.proposal as string, partnership });
    if (answer.status >= 500) throw new Error(`${path} ${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  private async importPartnership(partnership: number, publishes: readonly string[]): Promise<void> {
    const name = PARTNERSHIPS[partnership] ?? '';
    await this.import(name, { ...jsonOf(join(PLANS, name, 'partnership.json')), publishes });
  }

  private async importPlan(partnership: number, edits: readonly Edit[]): Promise<void> {
    await this.import(PARTNERSHIPS[partnership] ?? '', edits.reduce(edited, planOf(partnership)));
  }

  private async import(partnership: string, file: object): Promise<void> {
    const path = join(this.folder, 'file.json');
    writeFileSync(path, JSON.stringify(file));
    await this.running.app.get(FileImport, { strict: false }).import(path, partnership);
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.running.stop();
    rmSync(this.folder, { recursive: true });
  }
}

function idsOf({ events }: Answer['body']): string[] {
  return ((events ?? []) as { id: string }[]).map(({ id }) => id);
}

interface Line {
  readonly key: string;
  readonly priority?: string;
}

type File = Readonly<Record<string, any>>;

function jsonOf(path: string): File {
  return JSON.parse(readFileSync(path, 'utf8')) as File;
}

/** The first two priorities of a real plan with their steps, in either partnership's name. */
function planOf(partnership: number): File {
  const plan = jsonOf(join(PLANS, 'north-lanarkshire', `${PLAN}.json`));
  const priorities = (plan.priorities as Line[]).slice(0, 2);
  const steps = stepsOf(plan).filter((step) => priorities.some(({ key }) => key === step.priority));
  return { ...plan, partnership: PARTNERSHIPS[partnership], priorities, steps };
}

function stepsOf(plan: File): Line[] {
  return plan.steps as Line[];
}

function edited(plan: File, { line, what }: Edit): File {
  const steps = stepsOf(plan);
  const step = steps[line % steps.length];
  const change = (changes: object): File => ({
    ...plan,
    steps: steps.map((each) => (each === step ? { ...each, ...changes } : each)),
  });
  switch (what) {
    case 'title':
      return change({ title: `Said in other words (${line})` });
    case 'timescale':
      return change({ timescale: 'by June 2023' });
    case 'lead':
      return change({ leads: ['TNT', 'ICSG'] });
    case 'drop-step':
      return { ...plan, steps: steps.filter((each) => each !== step) };
    case 'drop-priority': {
      const [first, ...rest] = plan.priorities as Line[];
      if (rest.length === 0) return plan;
      return { ...plan, priorities: rest, steps: steps.filter((each) => each.priority !== first?.key) };
    }
    case 'plan-title':
      return { ...plan, title: `Corporate parenting, reading ${line}` };
  }
}
