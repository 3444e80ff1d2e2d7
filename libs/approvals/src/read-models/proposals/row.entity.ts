import type { ApprovalEvent, ChangeProposed, RecordedEvent, Standing } from '@promise/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What settles a proposal. */
export type SettledBy = RecordedEvent<Exclude<ApprovalEvent, ChangeProposed>>;

/** A proposal that needs a second person, and what became of it. */
@Entity('proposal')
@Index(['partnership', 'standing', 'number'])
@Index(['partnership', 'stream'])
export class ProposalRow {
  @PrimaryColumn('text')
  partnership: string;

  /** The id of the event by which it was proposed. */
  @PrimaryColumn('uuid')
  id: string;

  /** The how-manieth proposal of the partnership it is, from 1: what lists are ordered by. */
  @Column('int', { name: 'number' })
  number: number;

  @Column('text')
  stream: string;

  @Column('text')
  change: string;

  @Column('text')
  standing: Standing;

  @Column('jsonb')
  proposed: RecordedEvent<ChangeProposed>;

  @Column('jsonb', { nullable: true })
  settled: SettledBy | null;
}
