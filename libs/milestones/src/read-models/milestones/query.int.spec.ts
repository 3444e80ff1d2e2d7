import type { FoundationOrRights, RecordedEvent } from '@promise/kernel';
import { testDatabase } from '@promise/testing';
import { type ReadDatabase, readDatabase } from '../../testing/read-database';
import { historyOf, PARTNERSHIP, proposed } from '../../testing/scenario';
import type { ProposeData } from '../../domain/milestone/commands';
import { milestoneStream } from '../../domain/milestone/stream';
import { MilestonesQuery } from './query';

const NOW = { asAt: '2025-06-01', knownAt: '2025-06-01T12:00:00.000Z' };

let database: ReadDatabase;
let milestones: MilestonesQuery;

beforeAll(async () => {
  database = await readDatabase(await testDatabase());
  milestones = new MilestonesQuery(database.source);
  const all = [
    ...milestone('c', '2025-03-01T09:00:00.000Z', { foundation: 'voice' }),
    ...milestone('a', '2025-03-02T09:00:00.000Z', { foundation: 'care', horizon: '10-year' }),
    ...milestone('d', '2025-03-02T09:00:00.000Z', { foundation: 'rights' }),
    ...milestone('b', '2025-03-02T09:00:00.000Z', { foundation: 'care' }),
    ...milestone('e', '2025-03-01T08:00:00.000Z', { foundation: 'care' }, 'south-lanarkshire'),
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
  expect(await ids()).toEqual(['c', 'a', 'b', 'd']);
  expect((await milestones.all(PARTNERSHIP, NOW)).map((view) => view.id)).toEqual(['c', 'a', 'b', 'd']);
  expect((await milestones.all('south-lanarkshire', NOW)).map((view) => view.id)).toEqual(['e']);
});

it('filters by foundation and horizon', async () => {
  expect(await ids({ foundation: 'care' })).toEqual(['a', 'b']);
  expect(await ids({ foundation: 'care', horizon: '5-year' })).toEqual(['b']);
});

it('gives page after page without a gap or a repeat', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await milestones.list(PARTNERSHIP, NOW, {}, { limit: 2, ...(after === undefined ? {} : { after }) });
    seen.push(...page.items.map((view) => view.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(['c', 'a', 'b', 'd']);
});

it('refuses what is no cursor of its own', async () => {
  for (const after of ['nonsense', Buffer.from('2025-99-99T99:99:99.999Z x').toString('base64url')]) {
    await expect(ids({}, { limit: 2, after })).rejects.toMatchObject({ faults: [{ field: 'cursor' }] });
  }
});

it('finds one milestone in its own partnership only', async () => {
  expect((await milestones.one(PARTNERSHIP, 'a', NOW))?.horizon).toBe('10-year');
  expect(await milestones.one(PARTNERSHIP, 'e', NOW)).toBeNull();
  expect(await milestones.one(PARTNERSHIP, 'a', { ...NOW, knownAt: '2025-03-02T08:59:59.999Z' })).toBeNull();
});
