import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@promise/kernel';
import { LIVE_SCHEMA, READ_SOURCE } from '@promise/projections';
import type { DataSource } from 'typeorm';
import type { MemberRole } from '../../domain/membership/events';
import { RoleEndRow } from './role-end.entity';
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

/** Until when somebody had roles in a partnership; null while no end is set. */
export interface LastRole {
  readonly person: string;
  readonly partnership: string;
  readonly until: Day | null;
}

/**
 * SQL for the list of roles that somebody has on a day, the one they had first before the others: for whoever asks for it
 * together with something else. Takes SQL for each; any partnership where that is NULL.
 */
export function rolesHeldSql(person: string, partnership: string, day: string): string {
  return `ARRAY(SELECT held.role FROM ${LIVE_SCHEMA}.role_holding AS held
    WHERE held.person = ${person} AND (${partnership}::text IS NULL OR held.partnership = ${partnership})
      AND held."from" <= ${day}::date AND (held.until IS NULL OR held.until >= ${day}::date)
    ORDER BY held."from")`;
}

/** Who has which role now, and who had one. */
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

  /** The partnerships in which a person has, had or will have a role. */
  async partnershipsEverOf(person: string): Promise<string[]> {
    const held = await this.source.getRepository(RoleHoldingRow).findBy({ person });
    const ended = await this.source.getRepository(RoleEndRow).findBy({ person });
    return [...new Set([...held, ...ended].map(({ partnership }) => partnership))].sort();
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

  /** Everybody who has or ever had a role, in each partnership where they had one. */
  async lastRoles(): Promise<LastRole[]> {
    const held = await this.source.getRepository(RoleHoldingRow).find();
    const ended = await this.source.getRepository(RoleEndRow).find();
    const last = new Map<string, LastRole>();
    const all = [...held, ...ended.map(({ on, ...row }) => ({ ...row, until: on }))];
    for (const { person, partnership, until } of all) {
      const before = last.get(`${person} ${partnership}`);
      last.set(`${person} ${partnership}`, { person, partnership, until: before ? later(before.until, until) : until });
    }
    return [...last.values()];
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

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
