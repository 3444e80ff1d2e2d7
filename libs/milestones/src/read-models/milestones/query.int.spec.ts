import type { FoundationOrRights, RecordedEvent } from '@promise/kernel';
import { testDatabase } from '@promise/testing';
import { type ReadDatabase, readDatabase } from '../../testing/read-database';
import { historyOf, PARTNERSHIP, proposed } from '../../testing/scenario';
import type { ProposeData } from '../../domain/milestone/commands';
import { milestoneStream } from '../../domain/milestone/stream';
import { MilestonesQuery } from './query';

const NOW = { asAt: '2025-06-01', knownAt: '2025-06-01T12:00:00.000Z' };

const uuid = (letter: string): string => `${letter.repeat(8)}-0000-4000-8000-000000000000`;
const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map(uuid) as [string, string, string, string, string];

let database: ReadDatabase;
let milestones: MilestonesQuery;

beforeAll(async () => {
  database = await readDatabase(await testDatabase());
  milestones = new MilestonesQuery(database.source);
  const all = [
    ...milestone(C, '2025-03-01T09:00:00.000Z', { foundation: 'voice' }),
    ...milestone(A, '2025-03-02T09:00:00.000Z', { foundation: 'care', horizon: '10-year' }),
    ...milestone(D, '2025-03-02T09:00:00.000Z', { foundation: 'rights' }),
    ...milestone(B, '2025-03-02T09:00:00.000Z', { foundation: 'care' }),
    ...milestone(E, '2025-03-01T08:00:00.000Z', { foundation: 'care' }, 'south-lanarkshire'),
  ];
  await database.apply(all);
});
afterAll(() => database.drop());

function milestone(
  id: string,
  recordedAt: string,
  changes: { foundation: FoundationOrRights } & Partial<ProposeData>,
  partnership = PARTNERSHIP,
): RecordedEvent[] {
  const stream = milestoneStream(partnership, id);
  return historyOf(proposed(changes)).map((event) => ({
    ...event,
    payload: { ...event.payload, milestone: id },
    envelope: { ...event.envelope, id: `event-of-${id}`, partnership, stream, recordedAt },
  }));
}

async function ids(filter = {}, page: { limit: number; after?: string } = { limit: 10 }): Promise<string[]> {
  return (await milestones.list(PARTNERSHIP, NOW, filter, page)).items.map((view) => view.id);
}

it('lists one partnership in the order in which milestones were proposed', async () => {
  expect(await ids()).toEqual([C, A, B, D]);
  expect((await milestones.all(PARTNERSHIP, NOW)).map((view) => view.id)).toEqual([C, A, B, D]);
  expect((await milestones.all('south-lanarkshire', NOW)).map((view) => view.id)).toEqual([E]);
});

it('filters by foundation and horizon', async () => {
  expect(await ids({ foundation: 'care' })).toEqual([A, B]);
  expect(await ids({ foundation: 'care', horizon: '5-year' })).toEqual([B]);
});

it('gives page after page without a gap or a repeat', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await milestones.list(PARTNERSHIP, NOW, {}, { limit: 2, ...(after === undefined ? {} : { after }) });
    seen.push(...page.items.map((view) => view.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual([C, A, B, D]);
});

it('refuses what is no cursor of its own', async () => {
  const places = [
    'nonsense',
    `2025-99-99T99:99:99.999Z ${A}`,
    `2026-02-30T07:00:00.000Z ${A}`,
    `0000-01-01T07:00:00.000Z ${A}`,
    '2026-11-22T07:00:00.000Z a\0b',
    '2026-11-22T07:00:00.000Z a',
  ];
  for (const place of places) {
    const after = Buffer.from(place).toString('base64url');
    await expect(ids({}, { limit: 2, after })).rejects.toMatchObject({ faults: [{ field: 'cursor' }] });
  }
});

it('finds one milestone in its own partnership only', async () => {
  expect((await milestones.one(PARTNERSHIP, A, NOW))?.horizon).toBe('10-year');
  expect(await milestones.one(PARTNERSHIP, E, NOW)).toBeNull();
  expect(await milestones.one(PARTNERSHIP, A, { ...NOW, knownAt: '2025-03-02T08:59:59.999Z' })).toBeNull();
});
