'use strict';

const ADMINISTRATORS = ['$admins', 'admin'];

/** What is there already is stricter than the tracker can work with: a person decides, not this tool. */
class Refused extends Error {}

/**
 * The settings of the server with what the tracker needs: nobody but administrators deletes, or writes or reads metadata; the
 * tracker's user alone reads and writes besides them. Everything else stays as it is.
 * @param {Record<string, unknown>} settings
 * @param {string} user
 */
function settingsFor(settings, user) {
  const list = settings.$userStreamAcl ?? {};
  const named = (right) => `${right} of $userStreamAcl`;
  return {
    ...settings,
    $userStreamAcl: {
      ...list,
      $r: withUser(list.$r, user, named('$r')),
      $w: withUser(list.$w, user, named('$w')),
      $d: administratorsOf(list.$d),
      $mr: administratorsOf(list.$mr),
      $mw: administratorsOf(list.$mw),
    },
  };
}

/**
 * Metadata of a stream of the server's own by which the user may read it.
 * @param {Record<string, unknown>} metadata
 * @param {string} user
 * @param {string} stream
 */
function readableBy(metadata, user, stream) {
  const list = metadata.$acl ?? {};
  return { ...metadata, $acl: { ...list, $r: withUser(list.$r, user, `$r in the metadata of ${stream}`) } };
}

/** Where nothing is said, or everybody may, the user and administrators may from now on. */
function withUser(holders, user, what) {
  const names = holders === undefined ? ['$all'] : [holders].flat();
  if (names.includes('$all')) return [user, '$admins'];
  if (names.includes(user)) return holders;
  throw new Refused(
    `${what} is given to ${names.join(', ') || 'nobody'}, and this tool does not widen it: add ${user}`,
  );
}

/** Stricter stays: a list with nobody in it leaves administrators, who may do everything. */
function administratorsOf(holders) {
  if (holders === undefined) return '$admins';
  const names = [holders].flat();
  return names.every((name) => ADMINISTRATORS.includes(name)) ? holders : '$admins';
}

module.exports = { readableBy, Refused, settingsFor };
