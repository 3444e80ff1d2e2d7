import * as openid from 'openid-client';
import { type Claims, groupsIn, nameIn } from './claims';
import type { OpenIdProvider } from './provider';
import { OpenIdRefused } from './refused';

/** What the provider says about itself is asked for again after so long. */
const REMEMBERED_MS = 60 * 60 * 1_000;
const PATIENCE_S = 10;

/** What is kept here while somebody is at the provider. */
export interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who a provider says that somebody is. */
export interface KnownElsewhere {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly groups: readonly string[];
}

/** The tracker as one provider knows it: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0). */
export class RelyingParty {
  private found: { readonly until: number; readonly configuration: Promise<openid.Configuration> } | null = null;

  /** @param redirectUri where the provider sends people back to */
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly redirectUri: string,
  ) {}

  /** Where to send somebody, and what to keep until they come back. */
  async ask(): Promise<{ readonly address: string; readonly asked: Asked }> {
    const configuration = await this.configuration();
    const [state, nonce] = [openid.randomState(), openid.randomNonce()];
    const codeVerifier = openid.randomPKCECodeVerifier();
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      response_mode: 'query',
      scope: this.provider.scopes.join(' '),
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, asked: { state, nonce, codeVerifier } };
  }

  /**
   * Who came back.
   * @param query of the address that they came back to
   * @throws OpenIdRefused
   */
  async answered(query: string, { state, nonce, codeVerifier }: Asked): Promise<KnownElsewhere> {
    const configuration = await this.configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new OpenIdRefused('invalid-answer', 'no-id-token');
      const groups = await this.groupsOf(configuration, claims, tokens.access_token);
      return { issuer: claims.iss, subject: claims.sub, name: nameIn(claims), groups };
    } catch (error) {
      throw refusedBy(error);
    }
  }

  /** Where somebody signs out at the provider; null where it has no such place. */
  async signOutAddress(backTo: string): Promise<string | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return openid.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href;
  }

  /** Asked of the provider where its token does not tell them. Whoever is in none may have no such claim at all. */
  private async groupsOf(
    configuration: openid.Configuration,
    claims: Claims & { readonly sub: string },
    accessToken: string,
  ): Promise<readonly string[]> {
    const { groupsClaim } = this.provider;
    const groups = groupsIn(claims, groupsClaim);
    if (groups) return groups;
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return [];
    return groupsIn(await openid.fetchUserInfo(configuration, accessToken, claims.sub), groupsClaim) ?? [];
  }

  /** A provider that does not answer is asked anew next time. */
  private async configuration(): Promise<openid.Configuration> {
    if (!this.found || this.found.until < Date.now()) {
      this.found = { until: Date.now() + REMEMBERED_MS, configuration: this.discover() };
    }
    const { found } = this;
    try {
      return await found.configuration;
    } catch (error) {
      if (this.found === found) this.found = null;
      throw new OpenIdRefused('unreachable', codeOf(error), { cause: error });
    }
  }

  /** Without `enableNonRepudiationChecks` nobody would look at the signature of an ID token that comes over TLS. */
  private discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const execute = [openid.enableNonRepudiationChecks];
    // The settings take http for this machine only.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody overlooks it
    if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests);
    const options = { execute, timeout: PATIENCE_S };
    return openid.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, undefined, options);
  }
}

function refusedBy(error: unknown): OpenIdRefused {
  if (error instanceof OpenIdRefused) return error;
  if (error instanceof openid.AuthorizationResponseError) return new OpenIdRefused('denied', 'by-the-provider');
  const code = codeOf(error);
  // `fetch` says that nobody answers by a TypeError.
  const unreachable = code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && !('code' in error));
  return new OpenIdRefused(unreachable ? 'unreachable' : 'invalid-answer', code, { cause: error });
}

/** A code of the library, such as `OAUTH_JWT_CLAIM_COMPARISON_FAILED`. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'no-code';
}
