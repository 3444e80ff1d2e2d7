import { Inject, Injectable } from '@nestjs/common';
import { END_OF_TIME, heldAt, READ_SOURCE, type Times, type TwoTimesRow } from '@promise/projections';
import { type DataSource, In } from 'typeorm';
import { lineId } from '../../domain/plan/ids';
import { inDocumentOrder, type Page, pageOf, type PageRequest } from './page';
import { PlanRow, PriorityRow, StepRow } from './row.entity';
import type { PlanRowState, PlanView, PriorityView, StepView, ThemeView, TimelineStep } from './shapes';
import { without } from './without';

/** Plans, priorities and steps on any day, as far as was known at any moment. */
@Injectable()
export class PlansQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** All plans, those in force longest first. */
  async list(partnership: string, times: Times): Promise<PlanView[]> {
    const plans = (await this.held(PlanRow, partnership, times)).map(planView);
    return plans.sort((a, b) => (`${a.inForceFrom} ${a.id}` < `${b.inForceFrom} ${b.id}` ? -1 : 1));
  }

  /** The plan, or null where there was none of that key. */
  async one(partnership: string, planKey: string, times: Times): Promise<PlanView | null> {
    const [row] = await this.held(PlanRow, partnership, times, { id: planKey });
    return row ? planView(row) : null;
  }

  /** The plan's priorities in its own order; none where there is no such plan. */
  async priorities(partnership: string, planKey: string, times: Times, page: PageRequest): Promise<Page<PriorityView>> {
    const plan = await this.one(partnership, planKey, times);
    const rows = await this.held(PriorityRow, partnership, times, { planKey });
    const { items, next } = pageOf(
      rows.map(({ state }) => state),
      page,
    );
    return {
      items: items.map((state) => ({
        ...without(state, 'ordinal'),
        ...{ id: lineId(planKey, state.key), planKey, theme: themeOf(plan, state.theme) },
      })),
      next,
    };
  }

  /** The plan's steps in its own order; none where there is no such plan. */
  async steps(partnership: string, planKey: string, times: Times, page: PageRequest): Promise<Page<StepView>> {
    const rows = await this.held(StepRow, partnership, times, { planKey });
    const { items, next } = pageOf(
      rows.map(({ state }) => state),
      page,
    );
    return { items: items.map((state) => stepView(planKey, state)), next };
  }

  /** Every step of every plan with what the timeline shows beside it, plan by plan in the documents' own order. */
  async allSteps(partnership: string, times: Times): Promise<TimelineStep[]> {
    const [steps, priorityRows, planRows] = await Promise.all([
      this.held(StepRow, partnership, times),
      this.held(PriorityRow, partnership, times),
      this.held(PlanRow, partnership, times),
    ]);
    const priorities = new Map(priorityRows.map(({ id, state }) => [id, state]));
    const plans = new Map(planRows.map(({ id, state }) => [id, state]));
    const inOrder = (a: StepRow, b: StepRow): number =>
      a.planKey === b.planKey ? inDocumentOrder(a.state, b.state) : a.planKey < b.planKey ? -1 : 1;
    return steps.sort(inOrder).map(({ planKey, state }) => {
      const priority = priorities.get(lineId(planKey, state.priority));
      const plan = plans.get(planKey) ?? null;
      return {
        ...stepView(planKey, state),
        planTitle: plan?.title ?? null,
        priorityTitle: priority?.title ?? null,
        theme: priority ? themeOf(plan, priority.theme) : null,
        foundation: priority?.foundation ?? null,
      };
    });
  }

  /** Those of the ids (`<planKey>.<key>`) that are no priority of any plan as known now, on whatever day. */
  async priorityIdsExist(partnership: string, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.source.getRepository(PriorityRow).find({
      select: { id: true },
      where: { partnership, id: In([...new Set(ids)]), knownTo: new Date(END_OF_TIME) },
    });
    const existing = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !existing.has(id));
  }

  private held<Row extends TwoTimesRow>(
    entity: new () => Row,
    partnership: string,
    times: Times,
    only: Readonly<Record<string, string>> = {},
  ): Promise<Row[]> {
    return this.source
      .createQueryBuilder(entity, 'row')
      .where({ partnership, ...only })
      .andWhere(heldAt('row'), { asAt: times.asAt, knownAt: times.knownAt })
      .getMany();
  }
}

function planView({ id, state }: PlanRow): PlanView {
  return { ...state, id };
}

function stepView(planKey: string, state: StepRow['state']): StepView {
  return {
    ...without(state, 'ordinal'),
    ...{ id: lineId(planKey, state.key), planKey, priority: lineId(planKey, state.priority) },
    result: state.results.at(-1) ?? null,
  };
}

function themeOf(plan: Pick<PlanRowState, 'themes'> | null, key: string): ThemeView {
  return { key, title: plan?.themes.find((theme) => theme.key === key)?.title ?? null };
}
