import { Simulator } from '../../../../../test/eventstoredb/simulator';
import { until } from '../../../../../test/support/until';
import { event, newStream } from '../../contract/events';
import { NO_STREAM } from '../../event-store.port';
import { EventStoreDbEventStore } from '../event-store-db-event-store';

type Put = (stream: string, data: unknown, type?: string) => void;

const STREAM = 'north-lanarkshire/milestone/one';
const SAFE = { $userStreamAcl: { $r: 'promise', $w: 'promise', $d: '$admins', $mw: ['admin', '$admins'] } };
const aclOf = (acl: unknown): unknown => ({ $userStreamAcl: { ...SAFE.$userStreamAcl, ...(acl as object) } });

let simulator: Simulator;
let store: EventStoreDbEventStore;

beforeEach(async () => {
  simulator = await Simulator.start();
  store = new EventStoreDbEventStore({ url: simulator.url });
  await store.append(STREAM, NO_STREAM, [event()]);
});
afterEach(async () => {
  await store.close();
  simulator.stop();
  expect(simulator.forbidden).toEqual([]);
});

const put: Put = (stream, data, type = '$metadata') => {
  simulator.log.system(type, stream, data);
};
const rules = async (): Promise<string[]> => (await store.check()).map(({ rule }) => rule);

describe('the check of a log in EventStoreDB finds', () => {
  it.each<[string, string, unknown]>([
    ['anybody-deletes', '$settings', aclOf({ $d: '$all' })],
    ['anybody-deletes', '$settings', aclOf({ $d: ['$admins', 'promise'] })],
    ['anybody-deletes', '$settings', { $userStreamAcl: { $mw: '$admins', $r: 'promise' } }],
    ['anybody-sets-metadata', '$settings', aclOf({ $mw: ['$ops'] })],
    ['anybody-sets-metadata', '$settings', { $userStreamAcl: { $d: [], $r: 'promise' } }],
    ['anybody-changes-settings', '$settings', { ...SAFE, $systemStreamAcl: { $w: 'promise' } }],
    ['anybody-changes-settings', '$settings', { ...SAFE, $systemStreamAcl: { $d: '$ops' } }],
    ['anybody-changes-settings', '$settings', { ...SAFE, $systemStreamAcl: { $mw: '$all' } }],
    ['settings-malformed', '$settings', '{"$userStreamAcl": '],
    ['settings-malformed', '$settings', aclOf({ $d: { $admins: true } })],
    ['settings-malformed', '$settings', []],
    ['settings-unreadable', '$$$settings', {}],
    ['events-age-out', `$$${STREAM}`, { $maxAge: 86_400 }],
    ['events-are-limited', `$$${STREAM}`, { $maxCount: 10 }],
    ['stream-truncated', `$$${STREAM}`, { $tb: 1 }],
    ['stream-deleted', `$$${STREAM}`, '{"$tb": 9223372036854775807}'],
    ['stream-open', `$$${STREAM}`, { $acl: { $d: 'promise' } }],
    ['stream-open', `$$${STREAM}`, { $acl: { $mw: ['$admins', '$all'] } }],
    ['stream-open', '$$$settings', { $acl: { $r: 'promise', $w: 'promise' } }],
    ['events-age-out', '$$$all', { $maxAge: 86_400, $acl: { $r: 'promise' } }],
    ['metadata-malformed', `$$${STREAM}`, '{"$maxAge": '],
  ])('%s in %s: %j', async (rule, stream, data) => {
    put(stream, data);
    expect(await rules()).toEqual([rule]);
  });

  it('metadata by another name of type, which the server takes as well', async () => {
    put(`$$${STREAM}`, { $maxAge: 1 }, 'Remarks');
    expect(await rules()).toEqual(['events-age-out']);
  });

  it('no settings at all, by which everybody may delete', async () => {
    const bare = await Simulator.startUnprepared();
    bare.log.system('$metadata', '$$$all', { $acl: { $r: 'promise' } });
    bare.log.system('$metadata', '$$$settings', { $acl: { $r: 'promise' } });
    const other = new EventStoreDbEventStore({ url: bare.url });
    expect((await other.check()).map(({ rule }) => rule)).toEqual(['settings-missing']);
    await other.close();
    bare.stop();
  });

  it('that it may not read the log, which shows nothing', async () => {
    put('$$$all', {});
    expect(await rules()).toEqual(['log-unreadable']);
  });

  it('a stream that is gone for ever, once', async () => {
    put(STREAM, {}, '$streamDeleted');
    put('$projections-x', {}, '$streamDeleted');
    expect(await store.check()).toEqual([
      expect.objectContaining({
        rule: 'stream-tombstoned',
        what: expect.stringContaining(`: stream ${STREAM}.`) as string,
      }),
    ]);
  });

  it.each([
    ['streampolicy', ['other-policy']],
    ['acl', []],
    ['fallback', []],
  ])('whether the policy %s decides who may delete', async (streamAccessPolicyType, found) => {
    put('$authorization-policy-settings', { streamAccessPolicyType: 'before' }, '$authorization-policy-changed');
    put('$authorization-policy-settings', { streamAccessPolicyType }, '$authorization-policy-changed');
    expect(await rules()).toEqual(found);
  });

  it('a user who is an administrator, and a server that asks for none', async () => {
    simulator.access.anonymous = { name: 'boss', password: '', groups: ['$admins'] };
    const boss = new EventStoreDbEventStore({ url: simulator.url.replace('://', '://boss:secret@') });
    expect(await boss.check()).toEqual([
      expect.objectContaining({ rule: 'user-is-administrator', what: expect.stringContaining('boss') as string }),
    ]);
    await boss.close();
    simulator.access.insecure = true;
    expect(await rules()).toEqual(['no-users']);
  });

  it('a danger in many streams in one sentence, which names some of them', async () => {
    for (let n = 0; n < 7; n += 1) put(`$$stream-${n}`, { $maxCount: 1 });
    const [danger] = await store.check();
    expect(danger?.what).toMatch(/: 7 streams stream-\d(, stream-\d){4} and 2 more\.$/);
  });
});

describe('the check of a log in EventStoreDB takes no offence at', () => {
  it.each<[string, string, unknown]>([
    ['what the server keeps short of its own', '$$$stats-127.0.0.1:2113', { $maxAge: 60 }],
    ['metadata of other kinds', `$$${STREAM}`, { $cacheControl: 10, remark: 'a stream' }],
    ['a cut before the first event', `$$${STREAM}`, { $tb: 0 }],
    ['access lists that are stricter', `$$${STREAM}`, { $acl: { $d: [], $mw: 'admin', $w: 'promise' } }],
    ['settings that are stricter', '$settings', aclOf({ $d: [], $mw: [] })],
  ])('%s', async (_, stream, data) => {
    put(stream, data);
    expect(await rules()).toEqual([]);
  });

  it('metadata that were taken back', async () => {
    put(`$$${STREAM}`, { $maxAge: 1 });
    expect(await rules()).toEqual(['events-age-out']);
    put(`$$${STREAM}`, {});
    expect(await rules()).toEqual([]);
  });

  it('metadata that were not written as JSON, which are none to the server', async () => {
    const record = { id: crypto.randomUUID(), type: '$metadata', contentType: 'application/octet-stream' };
    const data = Buffer.from('{"$maxAge":1}');
    simulator.log.append(`$$${STREAM}`, 'any', [{ ...record, data, metadata: new Uint8Array() }]);
    expect(await rules()).toEqual([]);
  });
});

describe('the check of a log in EventStoreDB', () => {
  it('sees all of a longer log, after a lost connection too', async () => {
    put(`$$${newStream()}`, { $maxCount: 1 });
    for (let n = 0; n < 300; n += 1) simulator.log.system();
    simulator.faults.reads.push('unavailable', 'unavailable');
    expect(await rules()).toEqual(['events-are-limited']);
  });

  it.each([
    ['at once', 4],
    ['when it reads', 3],
  ])('breaks off where the store is closed %s', async (_, unread) => {
    simulator.faults.reads.push('hang', 'hang', 'hang', 'hang');
    const check = store.check();
    await until('it has come so far', () => simulator.faults.reads.length <= unread);
    await Promise.all([expect(check).rejects.toThrow('EventStoreDB cannot be reached'), store.close()]);
  });

  it('fails in words where the user is not known', async () => {
    simulator.access.callerOf = () => undefined;
    await expect(store.check()).rejects.toThrow('EventStoreDB does not know this user');
  });
});
