import type { Pool } from 'pg';
import { SignInsUnderWay } from './under-way';
import { Identities } from './identities';
import type { OpenIdProvider, OpenIdSettings } from './provider';
import { OpenIdRefused } from './refused';
import { type KnownElsewhere, RelyingParty } from './relying-party';

/** Somebody who came back from a provider. */
export interface CameBack {
  readonly known: KnownElsewhere;
  /** Where to go on this site. */
  readonly goTo: string;
}

/** Signing in at the services that people of a council use already. */
export class OpenId {
  readonly providers: readonly OpenIdProvider[];
  readonly identities: Identities;
  private readonly signIns: SignInsUnderWay;
  private readonly parties: ReadonlyMap<string, RelyingParty>;

  constructor(
    pool: Pool,
    private readonly settings: OpenIdSettings,
  ) {
    this.providers = settings.providers;
    this.identities = new Identities(pool);
    this.signIns = new SignInsUnderWay(pool);
    this.parties = new Map(
      settings.providers.map((each) => [
        each.id,
        new RelyingParty(each, `${settings.address}/sign-in/with/${each.id}/back`),
      ]),
    );
  }

  /** The provider with this id, or null. */
  provider(id: string): OpenIdProvider | null {
    return this.providers.find((each) => each.id === id) ?? null;
  }

  /**
   * Where to send somebody.
   * @param session the token of their browser's cookie
   * @throws OpenIdRefused the provider does not answer
   */
  async begin({ id }: OpenIdProvider, session: string, goTo: string): Promise<string> {
    const { address, asked } = await this.party(id).ask();
    await this.signIns.keep(session, { ...asked, provider: id, goTo });
    return address;
  }

  /**
   * @param query of the address that they came back to
   * @throws OpenIdRefused
   */
  async finish({ id }: OpenIdProvider, session: string | null, query: string): Promise<CameBack> {
    const state = new URLSearchParams(query).get('state');
    const underWay = session !== null && state !== null && (await this.signIns.take(session, id, state));
    if (!underWay) throw new OpenIdRefused('unknown-state', state === null ? 'no-state' : 'not-of-this-browser');
    return { known: await this.party(id).answered(query, underWay), goTo: underWay.goTo };
  }

  /**
   * Where somebody signs out at the provider; null where it has no such place.
   * @throws OpenIdRefused the provider does not answer
   */
  signOutAddress({ id }: OpenIdProvider): Promise<string | null> {
    return this.party(id).signOutAddress(`${this.settings.address}/sign-out`);
  }

  private party(id: string): RelyingParty {
    const party = this.parties.get(id);
    if (!party) throw new Error(`there is no provider ${id}`);
    return party;
  }
}
