'use strict';

const { readFileSync } = require('node:fs');
const { EventStoreDBClient } = require('@eventstore/db-client');
const { UsersClient } = require('@eventstore/db-client/generated/users_grpc_pb');
const { CreateReq, DetailsReq } = require('@eventstore/db-client/generated/users_pb');
const { Refused } = require('./access-lists');

const NOT_FOUND = 5;
const UNAUTHENTICATED = 16;

/** User, password and URL that a variable gives, or the file that the variable with `_FILE` behind its name points to. */
function accountOf(variable, environment) {
  const text = textOf(variable, environment).trim();
  const [, scheme, name, password, rest] =
    /^(?:esdb|kurrentdb)(\+discover)?:\/\/([^\s:/@]+):([^\s:/@]+)@(\S+)$/.exec(text) ?? [];
  if (rest === undefined) {
    throw new Refused(`${variable} (or ${variable}_FILE) must look like esdb://user:password@host:2113?tls=true`);
  }
  if (/[?&]tls=false/i.test(rest)) throw new Refused(`${variable}: without TLS no user and password are sent`);
  const url = `esdb${scheme ?? ''}://${name}:${password}@${rest}`;
  return { name: decodeURIComponent(name), password: decodeURIComponent(password), url };
}

function textOf(variable, environment) {
  const file = environment[`${variable}_FILE`];
  if (!file) return environment[variable] ?? '';
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refused(`${variable}_FILE cannot be read: ${error.message}`);
  }
}

/** Makes the user, without groups, unless it is there with this password. Says which it was. */
async function ensureUser(client, { name, password, url }) {
  const details = await detailsOf(client, name);
  if (details === null) {
    await create(client, name, password);
    return `user ${name} made`;
  }
  const groups = details.getGroupsList();
  if (groups.length > 0) throw new Refused(`user ${name} is in ${groups.join(', ')}: take it out`);
  if (details.getDisabled()) throw new Refused(`user ${name} is disabled`);
  await signIn(name, url);
  return `user ${name} is there`;
}

async function signIn(name, url) {
  const client = EventStoreDBClient.connectionString(url);
  try {
    await detailsOf(client, name);
  } catch (error) {
    if (error.code !== UNAUTHENTICATED) throw error;
    throw new Refused(`user ${name} is there with another password`);
  } finally {
    await client.dispose();
  }
}

function create(client, name, password) {
  const options = new CreateReq.Options().setLoginName(name).setFullName('The Promise tracker').setPassword(password);
  return ask(
    client,
    (users, ...call) =>
      new Promise((resolve, reject) => {
        users.create(new CreateReq().setOptions(options), ...call, (error) => (error ? reject(error) : resolve()));
      }),
  );
}

/** Null where there is no such user. */
function detailsOf(client, name) {
  const request = new DetailsReq().setOptions(new DetailsReq.Options().setLoginName(name));
  return ask(
    client,
    (users, ...call) =>
      new Promise((resolve, reject) => {
        let details = null;
        const answer = users.details(request, ...call);
        answer.on('data', (each) => (details = each.getUserDetails()));
        answer.on('error', (error) => (error.code === NOT_FOUND ? resolve(null) : reject(error)));
        answer.on('end', () => resolve(details));
      }),
  );
}

/** The client has no calls for users of its own; how it reaches the server is used for them. */
function ask(client, call) {
  return client.execute(UsersClient, 'users', (users) => call(users, ...client.callArguments({}, {})));
}

module.exports = { accountOf, ensureUser };
