import { TwoTimesRow } from '@promise/projections';
import { Entity, Index } from 'typeorm';
import type { PartnershipRowState } from './shapes';

/** A partnership on a day, as known at a moment; its id is its own name in addresses: `north-lanarkshire`. */
@Entity('partnership')
@Index(['knownTo'])
export class PartnershipRow extends TwoTimesRow {
  declare state: PartnershipRowState;
}
