import { TwoTimesRow } from '@promise/projections';
import { Column, Entity, Index } from 'typeorm';
import type { PlanRowState, PriorityRowState, StepRowState } from './shapes';

/** A plan on a day, as known at a moment; its id is the plan's key. */
@Entity('plan')
@Index(['partnership', 'knownTo'])
export class PlanRow extends TwoTimesRow {
  declare state: PlanRowState;
}

/** A priority on a day, as known at a moment; its id is `<planKey>.<key>`. */
@Entity('plan_priority')
@Index(['partnership', 'knownTo'])
export class PriorityRow extends TwoTimesRow {
  @Column('text', { name: 'plan_key' })
  planKey: string;

  declare state: PriorityRowState;
}

/** A step on a day, as known at a moment; its id is `<planKey>.<key>`. */
@Entity('plan_step')
@Index(['partnership', 'knownTo'])
export class StepRow extends TwoTimesRow {
  @Column('text', { name: 'plan_key' })
  planKey: string;

  declare state: StepRowState;
}
