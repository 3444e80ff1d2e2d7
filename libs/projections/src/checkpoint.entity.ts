import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event, and its place in its stream. */
export interface AppliedEvent {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
}

/** How far the read models of this schema have come. One row, moved in the same transaction as their rows. */
@Entity('checkpoint')
export class Checkpoint {
  /** Always 1. */
  @PrimaryColumn('int')
  id: number;

  /** Position of the last event applied; null before the first. */
  @Column('text', { nullable: true })
  position: string | null;

  /** The last event applied, by which its log is known again; null before the first. */
  @Column('jsonb', { nullable: true })
  event: AppliedEvent | null;

  /** How many events were applied since these tables were made. */
  @Column('bigint')
  applied: string;

  /** Fingerprint of the projections that filled these tables. */
  @Column('text')
  version: string;

  /** When the newest of all that were applied was recorded, by the clock of the server that did; null before the first. */
  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Column('timestamptz', { name: 'moved_at' })
  movedAt: Date;
}
