import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@promise/kernel';
import { READ_SOURCE } from '@promise/projections';
import type { DataSource } from 'typeorm';
import type { MemberRole } from '../../domain/membership/events';
import { RoleHoldingRow } from './row.entity';

/** A role, and when somebody has it. */
export interface RoleHolding {
  readonly person: string;
  readonly role: MemberRole;
  readonly from: Day;
  readonly until: Day | null;
  /** Granted for their groups at a sign-in service; it comes and goes with them. */
  readonly byGroups: boolean;
}

/** Who has which role now. */
@Injectable()
export class RoleHoldingsQuery {
  constructor(@Inject(READ_SOURCE) private readonly source: DataSource) {}

  /** The roles that a person has in a partnership on a day; in any, where none is named. */
  async rolesOf(person: string, partnership: string | null, day: Day): Promise<MemberRole[]> {
    const rows = await this.heldBy(person, day);
    const here = rows.filter((row) => partnership === null || row.partnership === partnership);
    return [...new Set(here.map(({ role }) => role))];
  }

  /** The partnerships in which a person has a role on a day. */
  async partnershipsOf(person: string, day: Day): Promise<string[]> {
    const rows = await this.heldBy(person, day);
    return [...new Set(rows.map(({ partnership }) => partnership))].sort();
  }

  /** The partnerships in which a person holds roles that were granted for their groups, and those. */
  async byGroupsOf(person: string, day: Day): Promise<{ readonly partnership: string; readonly role: MemberRole }[]> {
    const rows = await this.heldBy(person, day);
    return rows.filter(({ byGroups }) => byGroups).map(({ partnership, role }) => ({ partnership, role }));
  }

  /** The roles of a partnership that are held on a day or still to come. */
  async openIn(partnership: string, day: Day): Promise<RoleHolding[]> {
    return this.source
      .createQueryBuilder(RoleHoldingRow, 'row')
      .where({ partnership })
      .andWhere('(row.until IS NULL OR row.until >= :day)', { day })
      .orderBy('row.from')
      .addOrderBy('row.person')
      .getMany();
  }

  private heldBy(person: string, day: Day): Promise<RoleHoldingRow[]> {
    return this.source
      .createQueryBuilder(RoleHoldingRow, 'row')
      .where({ person })
      .andWhere('row.from <= :day AND (row.until IS NULL OR row.until >= :day)', { day })
      .orderBy('row.from')
      .getMany();
  }
}
