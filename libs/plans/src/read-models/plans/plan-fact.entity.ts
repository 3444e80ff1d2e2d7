import type { Day, Instant } from '@promise/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanEvent } from '../../domain/plan/events';

/** An event as the rows are worked out from it, with its two times. */
export type DatedPlanEvent = PlanEvent & { readonly effectiveOn: Day; readonly recordedAt: Instant };

/** What is known of one plan, priority or step: the events its rows are worked out from again with each further one. */
@Entity('plan_fact')
export class PlanFact {
  /** `partnership/planKey/kind/key` */
  @PrimaryColumn('text')
  subject: string;

  /** Place in the plan's stream. */
  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  event: DatedPlanEvent;
}
