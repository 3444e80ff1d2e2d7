import type { Day, Instant } from '@promise/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartnershipEvent } from '../../domain/partnership/events';

/** An event as the rows are worked out from it, with its two times. */
export type DatedPartnershipEvent = PartnershipEvent & { readonly effectiveOn: Day; readonly recordedAt: Instant };

/** What is known of a partnership: the events its rows are worked out from again with each further one. */
@Entity('partnership_fact')
export class PartnershipFact {
  @PrimaryColumn('text')
  partnership: string;

  /** Place in the partnership's stream. */
  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  event: DatedPartnershipEvent;
}
