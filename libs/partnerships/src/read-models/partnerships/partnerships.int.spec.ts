import type { RecordedEvent } from '@promise/kernel';
import { testDatabase, type TestDatabase } from '@promise/testing';
import { DataSource } from 'typeorm';
import type { PartnershipEvent } from '../../domain/partnership/events';
import { decision, given, importing, pack } from '../../domain/partnership/partnership-scenario';
import { partnershipStream } from '../../domain/partnership/stream';
import { partnershipsProjection } from './projection';
import { PartnershipsQuery } from './query';

const NL = 'north-lanarkshire';
const promiseStart = { ...pack.promiseStart, timescale: 'April 2021' } as NonNullable<typeof pack.promiseStart>;

/** One command a day from 1 March 2026; decisions are effective on the day they were made. */
const HISTORY = given(
  importing(),
  importing({ promiseStart }),
  { ...decision, timescale: 'February 2020', decidedOn: '2026-03-03' },
  { ...decision, timescale: 'June 2021', decidedOn: '2026-02-01' },
  importing({ promiseStart: { ...promiseStart, timescale: 'May 2021' } }),
  importing({ promiseStart: { ...promiseStart, timescale: 'May 2021' }, name: 'Another name', publishes: [] }),
).map((event) =>
  'decidedOn' in event.payload
    ? { ...event, envelope: { ...event.envelope, effectiveOn: event.payload.decidedOn } }
    : event,
);
const at = (asAt: string, day = 9): { asAt: string; knownAt: string } => ({
  asAt,
  knownAt: `2026-03-0${day}T10:00:00.000Z`,
});

let database: TestDatabase;
let source: DataSource;
let partnerships: PartnershipsQuery;

async function freshSource(schema: string): Promise<DataSource> {
  const bare = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  await bare.query(`CREATE SCHEMA ${schema}`);
  await bare.destroy();
  const entities = [...partnershipsProjection.entities];
  return new DataSource({ type: 'postgres', url: database.url, schema, entities, synchronize: true }).initialize();
}

function ofSouth(events: readonly RecordedEvent<PartnershipEvent>[]): RecordedEvent<PartnershipEvent>[] {
  return events.map((event) => ({ ...event, envelope: { ...event.envelope, partnership: 'south-lanarkshire' } }));
}

beforeAll(async () => {
  database = await testDatabase();
  source = await freshSource('read');
  partnerships = new PartnershipsQuery(source);
  await source.transaction((manager) => partnershipsProjection.apply(HISTORY, manager));
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('a partnership', () => {
  it('has its name on every day once it is registered', async () => {
    await expect(partnerships.one(NL, at('1999-01-01', 1))).resolves.toMatchObject({
      partnership: NL,
      name: 'The partnership',
      publishes: ['plans', 'timeline'],
      promiseStart: null,
      milestonesPromised: null,
      recordedSince: '2026-03-01T10:00:00.000Z',
    });
    await expect(partnerships.one(NL, { asAt: '2026-01-01', knownAt: '2026-02-01T00:00:00.000Z' })).resolves.toBeNull();
    await expect(partnerships.one('elsewhere', at('2026-01-01'))).resolves.toBeNull();
  });

  it('is listed as it is today', async () => {
    await expect(partnerships.list()).resolves.toEqual([
      { partnership: NL, name: 'Another name', publishes: [], invented: false },
    ]);
  });

  it('is invented where its first event says so, whatever was known on the day asked about', async () => {
    const invented = given(importing({ invented: true })).map((event) => ({
      ...event,
      envelope: { ...event.envelope, partnership: 'made-up', stream: partnershipStream('made-up') },
    }));
    await source.transaction((manager) => partnershipsProjection.apply(invented, manager));
    await expect(partnerships.isInvented('made-up')).resolves.toBe(true);
    await expect(partnerships.one('made-up', at('2026-03-01'))).resolves.toMatchObject({ invented: true });
    await expect(partnerships.list()).resolves.toContainEqual(
      expect.objectContaining({ partnership: 'made-up', invented: true }),
    );
    await expect(partnerships.isInvented(NL)).resolves.toBe(false);
    await expect(partnerships.isInvented('elsewhere')).resolves.toBe(false);
  });

  it('says what it promised about milestones from the day of the document', async () => {
    const promised = {
      text: 'It said it would name milestones',
      citation: { document: 'The plan', place: 'Introduction' },
    };
    await expect(partnerships.one(NL, at('2021-01-01'))).resolves.toMatchObject({ milestonesPromised: promised });
    await expect(partnerships.one(NL, at('2020-12-31'))).resolves.toMatchObject({ milestonesPromised: null });
  });
});

describe('the start of the Promise work', () => {
  const start = async (asAt: string, day?: number): Promise<string> => {
    const one = await partnerships.one(NL, at(asAt, day));
    const earlier = one?.earlierStarts.map(({ timescale }) => timescale.words).join(', ') ?? '';
    const counts = one?.promiseStart;
    return `${counts?.standing ?? 'none'} ${counts?.timescale.words ?? ''} (${earlier})`;
  };

  it('is our reading until the partnership decides', async () => {
    expect(await start('2020-12-31')).toBe('none  ()');
    expect(await start('2026-03-09', 1)).toBe('our-reading March 2021 ()');
    expect(await start('2026-03-09', 2)).toBe('our-reading April 2021 (March 2021)');
  });

  it('is the decision that is the latest in effect, with every earlier one beside it', async () => {
    expect(await start('2026-03-09', 3)).toBe('decided February 2020 (March 2021, April 2021)');
    expect(await start('2026-03-09', 4)).toBe('decided February 2020 (March 2021, April 2021, June 2021)');
    expect(await start('2026-02-15', 4)).toBe('decided June 2021 (March 2021, April 2021)');
    expect(await start('2026-01-15', 4)).toBe('our-reading April 2021 (March 2021)');
  });

  it('is not moved by a proposal that comes after a decision', async () => {
    expect(await start('2026-03-09', 5)).toBe(await start('2026-03-09', 4));
    expect(await start('2026-01-15', 5)).toBe(await start('2026-01-15', 4));
  });

  it('tells who decided it, when and why', async () => {
    const one = await partnerships.one(NL, at('2026-03-09', 3));
    expect(one?.promiseStart).toMatchObject({
      reason: 'The Promise was published then.',
      decidedBy: 'Partnership Board',
      decidedOn: '2026-03-03',
      citation: null,
      recordedAt: '2026-03-03T10:00:00.000Z',
    });
    expect(one?.earlierStarts[0]).toMatchObject({
      decidedBy: null,
      citation: { document: 'The plan', place: 'Introduction' },
    });
  });
});

describe('what a partnership decides of itself', () => {
  it('is there from the day it was decided, with the version that a change of it names', async () => {
    const decided = given(
      { type: 'RegisterPartnership', name: 'Inverbeg', publishes: [] },
      {
        type: 'DecideThemes',
        themes: [{ title: 'Being heard', primary: 'voice', reason: 'It is.' }, { title: 'Work' }],
      },
      { type: 'DecideRetention', accountMonths: 12, reason: 'Long enough.' },
    ).map((event) => ({
      ...event,
      envelope: { ...event.envelope, partnership: 'inverbeg', stream: partnershipStream('inverbeg') },
    }));
    await source.transaction((manager) => partnershipsProjection.apply(decided, manager));
    await expect(partnerships.one('inverbeg', at('2026-03-09'))).resolves.toMatchObject({
      name: 'Inverbeg',
      themes: [
        { key: 't1', title: 'Being heard', primary: 'voice', also: [], reason: 'It is.' },
        { key: 't2', title: 'Work', primary: null, also: [], reason: null },
      ],
      retention: { accountMonths: 12, reason: 'Long enough.' },
    });
    await expect(partnerships.one('inverbeg', at('2026-03-01'))).resolves.toMatchObject({
      themes: [],
      retention: null,
    });
    await expect(partnerships.version('inverbeg')).resolves.toBe(2);
    await expect(partnerships.version('elsewhere')).resolves.toBe(-1);
  });
});

describe('the rows', () => {
  it('are the same whether events come one by one or all at once', async () => {
    const oneByOne = await freshSource('read_next');
    try {
      for (const event of HISTORY) {
        await oneByOne.transaction((manager) => partnershipsProjection.apply([event, ...ofSouth([event])], manager));
      }
      const rows = (schema: string): Promise<unknown[]> =>
        source.query(`SELECT * FROM ${schema}.partnership WHERE id = '${NL}' ORDER BY known_from, effective_from`);
      expect((await rows('read')).length).toBeGreaterThan(0);
      expect(await rows('read_next')).toEqual(await rows('read'));
    } finally {
      await oneByOne.destroy();
    }
  });
});
