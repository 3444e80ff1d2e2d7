import { type ChildProcess, fork } from 'node:child_process';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What the provider says of somebody; what stands under `userinfo` is told there alone. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/** What an ID token says. */
export type IdToken = Record<string, unknown>;

const SECRET = 'the secret of the tracker at this provider';

/**
 * A real OpenID provider in another process, and a proxy before it in this one: everything goes through it, and it can
 * change the ID token on its way to the tracker, as somebody between the two would.
 */
export class OpenIdProvider {
  /** Makes another ID token of the one that the provider made; null lets it go by. */
  tamper: ((token: string) => string) | null = null;
  private readonly key = newKey();

  private constructor(
    private readonly child: ChildProcess,
    private readonly proxy: Server,
  ) {}

  /** @param tracker where people open the tracker, such as `http://localhost:3000` */
  static async start(tracker: string): Promise<OpenIdProvider> {
    const child = fork(join(__dirname, 'run-openid-provider.mjs'), { stdio: 'ignore' });
    const proxy = createServer();
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const provider = new OpenIdProvider(child, proxy);
    const client = {
      client_id: 'tracker',
      client_secret: SECRET,
      redirect_uris: [`${tracker}/sign-in/with/council/back`],
      post_logout_redirect_uris: [`${tracker}/sign-out`],
    };
    const jwk = { ...provider.key.export({ format: 'jwk' }), kid: 'the-one', alg: 'RS256', use: 'sig' };
    const settings = { issuer: provider.issuer, port: 0, client, jwks: { keys: [jwk] } };
    const { port } = await provider.tell<{ port: number }>({ settings });
    proxy.on('request', (from, to) => void provider.passOn(port, from, to));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  /** The file that `OIDC_FILE` names, into this folder. */
  settingsIn(folder: string, tracker: string, roles: readonly object[]): string {
    const provider = {
      id: 'council',
      name: 'Clyde Council',
      issuer: this.issuer,
      clientId: 'tracker',
      clientSecretFile: 'council-secret',
      roles,
    };
    writeFileSync(join(folder, 'council-secret'), `${SECRET}\n`);
    const path = join(folder, 'openid.json');
    writeFileSync(path, JSON.stringify({ address: tracker, providers: [provider] }));
    return path;
  }

  /** Lets the provider know somebody, or know them anew. They sign in under this name with any password. */
  async knows(person: string, claims: ProviderClaims): Promise<void> {
    await this.tell({ person, claims });
  }

  /** A token with other claims, under the provider's own key or another one. */
  signed(token: string, change: (claims: IdToken) => IdToken, key: KeyObject = this.key): string {
    const [header = '', payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as IdToken;
    const body = `${header}.${Buffer.from(JSON.stringify(change(claims))).toString('base64url')}`;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
    this.proxy.closeAllConnections();
    this.proxy.close();
  }

  private async tell<Answer>(message: object): Promise<Answer> {
    const answer = once(this.child, 'message');
    this.child.send(message);
    return ((await answer) as [Answer])[0];
  }

  /** The host that was asked for goes on too, so that the provider speaks of itself as it is seen from outside. */
  private async passOn(port: number, from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { method, url, headers } = from;
    const asking = request({ host: '127.0.0.1', port, method, path: url, headers });
    const answered = once(asking, 'response');
    asking.end(await read(from));
    const [answer] = (await answered) as [IncomingMessage];
    const body = await read(answer);
    const changed = url === '/token' && this.tamper ? withIdToken(body, this.tamper) : body;
    const { 'transfer-encoding': _, ...rest } = answer.headers;
    to.writeHead(answer.statusCode ?? 500, { ...rest, 'content-length': String(changed.length) }).end(changed);
  }
}

export function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function withIdToken(body: Buffer, tamper: (token: string) => string): Buffer {
  const answer = JSON.parse(body.toString()) as { id_token: string };
  return Buffer.from(JSON.stringify({ ...answer, id_token: tamper(answer.id_token) }));
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
