'use strict';

/**
 * Prepares an EventStoreDB for the tracker, once, as its administrator: makes the tracker's user, and sees to it that nobody
 * but administrators can delete events or let them age out. Run again, it changes nothing; what is stricter already stays.
 *
 * EVENT_STORE_ADMIN_URL  esdb://admin:password@host:2113?tls=true, or EVENT_STORE_ADMIN_URL_FILE, a file that holds it
 * EVENT_STORE_URL        the URL that the tracker is given: user and password of it are made; or EVENT_STORE_URL_FILE
 */

const { isDeepStrictEqual } = require('node:util');
const { EventStoreDBClient, jsonEvent, NO_STREAM } = require('@eventstore/db-client');
const { readableBy, Refused, settingsFor } = require('./access-lists');
const { accountOf, ensureUser } = require('./user');

const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 2_000;

async function main() {
  const administrator = accountOf('EVENT_STORE_ADMIN_URL', process.env);
  const application = accountOf('EVENT_STORE_URL', process.env);
  if (application.name === administrator.name) throw new Refused('the tracker needs a user of its own');
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const client = EventStoreDBClient.connectionString(administrator.url);
    try {
      return await prepare(client, administrator, application);
    } catch (error) {
      if (error.code !== UNAVAILABLE || performance.now() > until) throw error;
      say(`not ready yet: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    } finally {
      await client.dispose();
    }
  }
}

async function prepare(client, administrator, application) {
  const user = application.name;
  say(await ensureUser(client, application));
  // With credentials of its own each call has a time limit, which the client's other way of appending lacks.
  const as = { credentials: { username: administrator.name, password: administrator.password } };
  await write(client, as, '$settings', '$settings', (settings) => settingsFor(settings, user));
  for (const stream of ['$all', '$settings']) {
    await write(client, as, `$$${stream}`, '$metadata', (metadata) => readableBy(metadata, user, stream));
  }
}

/** Writes what the newest event of a stream should say, unless it says so, or somebody else wrote meanwhile. */
async function write(client, as, stream, type, changed) {
  const { revision, data } = await newest(client, as, stream);
  const wanted = changed(data);
  if (isDeepStrictEqual(wanted, data)) return say(`${stream} stays as it is`);
  const expectedRevision = revision ?? NO_STREAM;
  await client.appendToStream(stream, jsonEvent({ type, data: wanted }), { ...as, expectedRevision });
  say(`${stream} says now: ${JSON.stringify(wanted)}`);
}

async function newest(client, as, stream) {
  const found = { revision: undefined, data: {} };
  try {
    const options = { ...as, direction: 'backwards', fromRevision: 'end', maxCount: 1, requiresLeader: true };
    for await (const { event } of client.readStream(stream, options)) {
      found.revision = event.revision;
      found.data = event.isJson ? event.data : {};
    }
  } catch (error) {
    if (error.type !== 'stream-not-found') throw error;
  }
  return found;
}

function say(text) {
  console.log(`EventStoreDB: ${text}`);
}

/** The administrator is the first who is asked for. */
function reasonOf({ code, message }) {
  if (code === UNAUTHENTICATED) return 'it does not know the user and password in EVENT_STORE_ADMIN_URL';
  if (code === PERMISSION_DENIED) return 'the user in EVENT_STORE_ADMIN_URL is no administrator';
  return message;
}

main().catch((error) => {
  console.error(`EventStoreDB is not prepared: ${reasonOf(error)}`);
  process.exitCode = 1;
});
