import { Simulator } from '../../../../test/eventstoredb/simulator';
import { eventStoreContract } from '../event-store.contract';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import { Since } from './since.contract';
import { wireFaults } from './wire-faults.contract';

const real = process.env.EVENTSTORE_TEST_URL ?? '';
const abilities = { idsAcrossStreams: false, largeAppends: false, tellsRepeats: false, setUpSafely: true };

beforeAll(() => {
  const words = real
    ? 'EventStoreDB: tested against the protocol simulator, and against the server of EVENTSTORE_TEST_URL\n'
    : 'EventStoreDB: tested against the protocol simulator; skipped: a real server (EVENTSTORE_TEST_URL is not set)\n';
  process.stdout.write(words);
});

describe.each([
  ['as it comes', 1_048_576, abilities],
  ['whose MaxAppendSize was raised', 16_000_000, { ...abilities, largeAppends: true }],
])('on the protocol simulator of a server %s', (_, maxAppendBytes, abilities) => {
  eventStoreContract(
    'EventStoreDbEventStore',
    async () => {
      const simulator = await Simulator.start();
      simulator.log.maxAppendBytes = maxAppendBytes;
      return {
        open: () => Promise.resolve(new EventStoreDbEventStore({ url: simulator.url })),
        drop: () => {
          simulator.stop();
          expect(simulator.forbidden).toEqual([]);
          return Promise.resolve();
        },
      };
    },
    abilities,
  );
});

describe('on the protocol simulator, one for all', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await Simulator.start();
  });
  afterAll(() => {
    simulator.stop();
  });
  wireFaults('EventStoreDbEventStore', () => simulator.url);
});

(real ? describe : describe.skip)('on the server of EVENTSTORE_TEST_URL', () => {
  eventStoreContract(
    'EventStoreDbEventStore',
    async () => {
      const before = new EventStoreDbEventStore({ url: real });
      const head = await before.head();
      await before.close();
      return {
        open: () => Promise.resolve(new Since(new EventStoreDbEventStore({ url: real }), head)),
        drop: () => Promise.resolve(),
      };
    },
    { ...abilities, setUpSafely: false },
  );
  wireFaults('EventStoreDbEventStore', () => real);
});
