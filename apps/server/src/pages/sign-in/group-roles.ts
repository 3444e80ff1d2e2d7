import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type KnownElsewhere, OpenId, type OpenIdProvider, rolesOfGroups } from '@promise/identity';
import { PartnershipsQuery } from '@promise/partnerships';
import { MatchRolesCommand, RoleHoldingsQuery, SIGN_IN_SERVICE } from '@promise/people';
import { Freshness } from '@promise/projections';
import { LostRace, type Recorded } from '@promise/recording';
import { Now } from '../../api/conventions/now';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { SecurityLog } from '../../logging/security-log';
import { openIdWords } from './open-id.words';

const PATIENCE_MS = 5_000;
const TRIES = 5;

type Wanted = ReturnType<typeof rolesOfGroups>;

/** The roles of people who come from a sign-in service: those of their groups there, and those given by hand here. */
@Injectable()
export class GroupRoles {
  constructor(
    private readonly openId: OpenId,
    private readonly bus: CommandBus,
    private readonly holdings: RoleHoldingsQuery,
    private readonly partnerships: PartnershipsQuery,
    private readonly freshness: Freshness,
    private readonly now: Now,
    private readonly security: SecurityLog,
  ) {}

  /**
   * The person who came, with the roles that their groups give now; null where they have none. Nothing is kept of
   * somebody who never had one.
   * @throws NotYetFresh the read models are too far behind to say
   */
  async bring(provider: OpenIdProvider, known: KnownElsewhere, request: GuardedRequest): Promise<string | null> {
    const wanted = await this.wantedHere(provider, known, request);
    const isNew = (await this.openId.identities.personOf(known)) === null;
    if (isNew && wanted.length === 0) return null;
    const person = await this.openId.identities.keep(known, openIdWords().unnamed(provider.name));
    const granted = await this.holdings.byGroupsOf(person, this.now.today());
    const places = new Set([...wanted, ...granted].map(({ partnership }) => partnership));
    for (const place of places) await this.match(place, person, wanted, request);
    await this.noteKept(person, wanted, request);
    const roles = await this.holdings.rolesOf(person, null, this.now.today());
    return roles.length > 0 ? person : null;
  }

  /** A partnership that is not set up yet gives no roles. */
  private async wantedHere(
    provider: OpenIdProvider,
    { groups }: KnownElsewhere,
    request: GuardedRequest,
  ): Promise<Wanted> {
    const wanted = rolesOfGroups(provider, groups);
    const here = new Set((await this.partnerships.list()).map(({ partnership }) => partnership));
    for (const { partnership } of wanted.filter((each) => !here.has(each.partnership))) {
      await this.security.note('role-of-unknown-partnership', request, { kind: partnership });
    }
    return wanted.filter(({ partnership }) => here.has(partnership));
  }

  private async match(partnership: string, person: string, all: Wanted, request: GuardedRequest): Promise<void> {
    const wanted = all.filter((each) => each.partnership === partnership).map(({ role, days }) => ({ role, days }));
    const { position } = await this.record(partnership, { person, wanted }, request);
    if (position !== null) await this.freshness.waitUntil(position, PATIENCE_MS);
  }

  /** Somebody else may record in the same partnership at the same time. */
  private async record(
    partnership: string,
    matching: MatchRolesCommand['matching'],
    request: GuardedRequest,
  ): Promise<Recorded> {
    for (let tries = 1; ; tries += 1) {
      const commandId = randomUUID();
      const context = {
        partnership,
        actor: SIGN_IN_SERVICE,
        commandId,
        causationId: commandId,
        correlationId: request.correlationId ?? commandId,
        basis: { kind: 'recorded' },
      } as const;
      try {
        return await this.bus.execute(new MatchRolesCommand(context, matching));
      } catch (error) {
        if (!(error instanceof LostRace) || tries === TRIES) throw error;
      }
    }
  }

  /** Only the last administrator keeps a role that no group gives them. */
  private async noteKept(person: string, wanted: Wanted, request: GuardedRequest): Promise<void> {
    const held = await this.holdings.byGroupsOf(person, this.now.today());
    const isWanted = (each: (typeof held)[number]): boolean =>
      wanted.some(({ partnership, role }) => partnership === each.partnership && role === each.role);
    for (const { partnership } of held.filter((each) => !isWanted(each))) {
      await this.security.note('last-administrator-kept', request, { person, kind: partnership });
    }
  }
}
