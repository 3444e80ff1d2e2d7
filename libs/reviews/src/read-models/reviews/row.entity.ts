import type { Day } from '@promise/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewView } from './view';

/** The decision by which something about a review was approved last. */
export interface LastApproval {
  readonly event: string;
  readonly body: string;
  readonly decidedOn: Day;
}

/** A review as it is now. */
@Entity('review')
export class ReviewRow {
  @PrimaryColumn('text')
  partnership: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The how-manieth review of the partnership it is, from 1: what lists are ordered by. */
  @Column('int', { name: 'number' })
  number: number;

  @Column('jsonb')
  state: ReviewView;

  @Column('jsonb', { nullable: true })
  approval: LastApproval | null;
}
