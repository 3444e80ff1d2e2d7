/**
 * A real OpenID provider (oidc-provider) in a process of its own, for tests: its own login and consent pages, any password.
 * Started by `openid-provider.ts`, which says in the first message what it is to be, and in later ones who its people are.
 */
import Provider from 'oidc-provider';

const people = new Map();

process.on('message', ({ settings, person, claims }) => {
  if (settings) start(settings);
  else {
    people.set(person, claims);
    process.send('known');
  }
});
process.on('disconnect', () => process.exit());

function start({ issuer, port, client, jwks }) {
  const provider = new Provider(issuer, {
    clients: [client],
    jwks,
    claims: { openid: ['sub'], profile: ['name', 'groups', '_claim_names'] },
    // As Microsoft Entra ID and Keycloak do it: the ID token tells what the scopes allow.
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of this test alone'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: (use) => claimsOf(id, use) }),
  });
  provider.listen(port, '127.0.0.1', function () {
    process.send({ port: this.address().port });
  });
}

/** What stands under `userinfo` is told there alone. */
function claimsOf(id, use) {
  const { userinfo, ...claims } = people.get(id) ?? {};
  return { sub: id, ...claims, ...(use === 'userinfo' ? userinfo : {}) };
}
