import { appendContract, largeAppendsContract, smallAppendsContract } from './contract/append.contract';
import { checkContract } from './contract/check.contract';
import { concurrencyContract } from './contract/concurrency.contract';
import { idempotencyContract, idsAcrossStreamsContract } from './contract/idempotency.contract';
import { readContract } from './contract/read.contract';
import { waitContract } from './contract/wait.contract';
import type { EventStore } from './event-store.port';

/** An empty log, and as many stores on it as a test opens. */
export interface LogUnderTest {
  /** A store on this log; an adapter that cannot share its log gives the same one again. */
  open(): Promise<EventStore>;
  drop(): Promise<void>;
}

/** Where the port leaves adapters a choice. */
export interface Abilities {
  /** An event id is unique in the whole log, not in its stream alone. */
  readonly idsAcrossStreams: boolean;
  /** Takes any number of events in one append, however large they are together. */
  readonly largeAppends: boolean;
  /** Tells a repeat from the first time; one that cannot says each time that it may be one. */
  readonly tellsRepeats: boolean;
  /** The log was set up so that nobody can take events away; nobody knows of one that the tests were given. */
  readonly setUpSafely: boolean;
}

const EVERYTHING: Abilities = { idsAcrossStreams: true, largeAppends: true, tellsRepeats: true, setUpSafely: true };

/** What every adapter of the event store promises. `makeLog` is called once per test. */
export function eventStoreContract(name: string, makeLog: () => Promise<LogUnderTest>, abilities = EVERYTHING): void {
  describe(`${name} keeps the contract of the event store`, () => {
    let log: LogUnderTest;
    let store: EventStore;
    const opened: EventStore[] = [];
    const open = async (): Promise<EventStore> => {
      const another = await log.open();
      opened.push(another);
      return another;
    };

    beforeEach(async () => {
      log = await makeLog();
      store = await open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close()));
      await log.drop();
    });

    appendContract(() => store, abilities);
    if (abilities.largeAppends) largeAppendsContract(() => store);
    else smallAppendsContract(() => store);
    idempotencyContract(() => store);
    if (abilities.idsAcrossStreams) idsAcrossStreamsContract(() => store);
    readContract(() => store);
    concurrencyContract(() => store, open);
    waitContract(() => store, open);
    checkContract(() => store, abilities);
  });
}
