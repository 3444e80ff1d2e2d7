const { randomUUID } = require('node:crypto');
const { CommandBus } = require('@nestjs/cqrs');
const { app: appFile, lib } = require('./dist');

/** Gives somebody an account and a role in each partnership; answers the header lines by which they come. */
async function somebody(app, tracker, { partnerships, role }) {
  const { OPERATOR } = lib('identity');
  const { GrantRoleCommand } = lib('people');
  const { csrfTokenFor } = appFile('server/src/sign-in/forgery');
  const person = randomUUID();
  await tracker.accounts.create({ person, name: 'Somebody', appearsAs: null });
  for (const partnership of partnerships) {
    const commandId = randomUUID();
    const ids = { commandId, causationId: commandId, correlationId: commandId };
    const context = { partnership, actor: OPERATOR, ...ids, basis: { kind: 'recorded' } };
    await app.get(CommandBus).execute(new GrantRoleCommand(context, { person, role }));
  }
  await tracker.readSide.projector.catchUp();
  const session = await tracker.sessions.open({ person, stamp: null });
  const token = await tracker.tokens.make(person, { name: 'benchmark', mayRecord: true, days: 1 });
  const csrf = csrfTokenFor(session);
  return {
    person,
    session: `Cookie: session=${session}\r\nSec-Fetch-Site: same-origin\r\nX-CSRF-Token: ${csrf}\r\n`,
    token: `Authorization: Bearer ${token}\r\n`,
  };
}

/**
 * Takes the guard of this process away, or puts it back: without it everybody is this person in this role, and nothing is
 * asked of the database. Only the benchmark can do so, in a server of its own.
 * @param letIn null for the guard as it is
 */
async function withoutGuard(app, letIn) {
  const { PolicyGuard } = appFile('server/src/sign-in/policy.guard');
  const { KnownPartnerships } = appFile('server/src/sign-in/known-partnerships');
  const guard = PolicyGuard.prototype;
  guard.asItIs ??= guard.canActivate;
  if (letIn === null) {
    guard.canActivate = guard.asItIs;
    return;
  }
  const { person, role, partnerships } = letIn;
  const known = app.get(KnownPartnerships, { strict: false });
  const views = new Map();
  for (const each of partnerships) views.set(each, await known.one(each));
  guard.canActivate = (context) => {
    const request = context.switchToHttp().getRequest();
    request.person = { id: person, roles: [role], name: 'Somebody' };
    request.actingAs = role;
    request.partnership = views.get(request.params.partnership);
    return Promise.resolve(true);
  };
}

module.exports = { somebody, withoutGuard };
