import type { FoundationOrRights } from '@promise/kernel';
import { TwoTimesRow } from '@promise/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Horizon } from '../../domain/milestone/events';
import type { Fact } from '../../domain/milestone/in-effect';
import type { MilestoneView } from './view';

/** The state of a milestone over an interval of days, as believed over an interval of recorded time. */
@Entity('milestones')
@Index(['partnership', 'knownTo', 'effectiveTo'])
export class MilestoneRow extends TwoTimesRow {
  @Column('text')
  foundation: FoundationOrRights;

  @Column('text')
  horizon: Horizon;

  /** When its proposal was recorded: what lists are ordered by. */
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt: Date;

  declare state: MilestoneView;
}

/** The opened events of each milestone, from which it is folded again when a further one comes. */
@Entity('milestone_facts')
export class MilestoneFactRow {
  @PrimaryColumn('text')
  stream: string;

  @PrimaryColumn('int')
  version: number;

  @Column('jsonb')
  fact: Fact;
}
