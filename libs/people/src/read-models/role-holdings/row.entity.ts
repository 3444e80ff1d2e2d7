import type { Day } from '@promise/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../../domain/membership/events';

/** A role that somebody has in a partnership from one day to another; gone once it is ended. */
@Entity('role_holding')
export class RoleHoldingRow {
  @PrimaryColumn('text')
  partnership: string;

  @PrimaryColumn('uuid')
  person: string;

  @PrimaryColumn('text')
  role: MemberRole;

  /** The first day. */
  @PrimaryColumn('date')
  from: Day;

  /** The last day; null while no end is set. */
  @Column('date', { nullable: true })
  until: Day | null;

  /** Granted for their groups at a sign-in service. */
  @Column('boolean')
  byGroups: boolean;
}
