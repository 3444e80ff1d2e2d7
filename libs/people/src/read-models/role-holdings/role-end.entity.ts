import type { Day } from '@promise/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../../domain/membership/events';

/** When a role of somebody's was last ended in a partnership. */
@Entity('role_end')
export class RoleEndRow {
  @PrimaryColumn('text')
  partnership: string;

  @PrimaryColumn('uuid')
  person: string;

  @PrimaryColumn('text')
  role: MemberRole;

  @Column('date')
  on: Day;
}
