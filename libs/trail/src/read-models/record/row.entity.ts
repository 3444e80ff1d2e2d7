import type { Envelope } from '@promise/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One event of a partnership as people read it, under its record number. */
@Entity('record')
@Index(['partnership', 'stream', 'number'])
@Index(['partnership', 'foundation', 'number'])
@Index(['partnership', 'recordedAt', 'number'])
export class RecordRow {
  @PrimaryColumn('text')
  partnership: string;

  /** The partnership's own gapless count in log order, from 1. */
  @PrimaryColumn('int')
  number: number;

  @Column('text')
  position: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text')
  type: string;

  @Column('text')
  stream: string;

  /** What kind of thing it concerns: `milestone`, `plan`, `priority`, `step`, `partnership`, `people`, `review`. */
  @Column('text')
  kind: string;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { nullable: true })
  foundation: string | null;

  @Column('text')
  role: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('jsonb')
  envelope: Envelope;

  /** The payload with its text in clear. */
  @Column('jsonb')
  payload: object;

  @Column('int')
  version: number;
}
