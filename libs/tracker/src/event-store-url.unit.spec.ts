import { BadSetting } from './bad-setting';
import { eventStoreDbUrl } from './event-store-url';

describe('the URL of EventStoreDB', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false'],
    ['esdb://log/', 'esdb://log'],
    ['kurrentdb://me:p%40ss@one:2113,two:2114/?tls=true', 'esdb://me:p%40ss@one:2113,two:2114?tls=true'],
    ['kurrentdb+discover://log.example?tlsCAFile=/run/ca.pem', 'esdb+discover://log.example?tlsCAFile=/run/ca.pem'],
  ])('is read from %s', (text, url) => {
    expect(eventStoreDbUrl('EVENT_STORE_URL', text)).toBe(url);
  });

  it.each([
    'esdb://',
    'esdb://me@log',
    'esdb://me:secret@log:port',
    'esdb://me:secret@log?tls=no',
    'esdb://me:secret@log?throwOnAppendFailure=false',
    'esdb://me:secret@log?tlsVerifyCert=false',
    'esdb://me:secret@log?secret',
    'esdb://me:secret@log#x',
    'esdb://me:secret@log?tls=false',
    'esdb://me:secret@log?connectionName=x&tls=false',
  ])('is refused without being shown: %s', (text) => {
    expect(() => eventStoreDbUrl('EVENT_STORE_URL', text)).toThrow(BadSetting);
    expect(() => eventStoreDbUrl('EVENT_STORE_URL', text)).not.toThrow(/me:secret/);
  });

  it.each(['*', 'esdb:*', 'esdb*', 'es*', 'express:* esdb:connection', 'other,*:connection', '*,-esdb:command'])(
    'is refused where DEBUG=%s would print it',
    (debug) => {
      expect(() => eventStoreDbUrl('EVENT_STORE_URL', 'esdb://me:secret@log', debug)).toThrow(
        new BadSetting('DEBUG must not name esdb:connection: the client would print EVENT_STORE_URL with its password'),
      );
    },
  );

  it.each(['', 'express:*', 'esdb', 'esdb:command', '*,-esdb:*', 'esdb.connection', '-esdb:*'])(
    'is read where DEBUG=%s prints something else',
    (debug) => {
      expect(eventStoreDbUrl('EVENT_STORE_URL', 'esdb://log', debug)).toBe('esdb://log');
    },
  );
});
