import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was decided to be erased. */
@Entity('erasure')
export class ErasureRow {
  /** The id of the event that says so. */
  @PrimaryColumn('uuid')
  id: string;

  /** The events and files whose keys are to be destroyed. */
  @Column('uuid', { array: true })
  subjects: string[];
}
