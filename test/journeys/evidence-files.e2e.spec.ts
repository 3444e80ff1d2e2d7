import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import request, { type Test } from 'supertest';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

const PAGE = Buffer.from('<script>alert("not a picture")</script>');

describe('evidence as a file', () => {
  let running: RunningTracker;
  let worker: Caller;
  let milestone: string;

  beforeAll(async () => {
    running = await runningTracker();
    worker = new Caller(running, 'worker');
    milestone = await worker.propose();
  });
  afterAll(() => running.stop());

  const path = (rest: string): string => `/api/v1/partnerships/north-lanarkshire/milestones/${milestone}/${rest}`;
  const upload = (content: Buffer, key = randomUUID()): Test =>
    request(running.server)
      .post(path('attach-evidence'))
      .set({ Authorization: `Bearer ${running.token.worker}`, 'Idempotency-Key': key })
      .field('shows', 'What was done')
      .attach('file', content, { filename: 'Bericht – final.png', contentType: 'image/png' });
  const download = (evidence: string, partnership = 'north-lanarkshire'): Test =>
    request(running.server)
      .get(path(`evidence/${evidence}/file`).replace('north-lanarkshire', partnership))
      .set('Authorization', `Bearer ${running.token.board}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          done(null, Buffer.concat(chunks));
        });
      });

  it('is kept encrypted with the SHA-256 of what was given, and handed back only as a download', async () => {
    const answer = await upload(PAGE);
    expect(answer.status).toBe(200);
    const view = await worker.get(`milestones/${milestone}`, {
      'Read-After': (answer.body as { position: string }).position,
    });
    const [evidence] = view.body.evidence;
    expect(evidence).toMatchObject({
      shows: 'What was done',
      file: { name: 'Bericht – final.png', mediaType: 'image/png', size: PAGE.length },
    });
    expect(evidence.file.sha256).toBe(createHash('sha256').update(PAGE).digest('hex'));
    const file = await download(evidence.id as string);
    expect(file.body).toEqual(PAGE);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect((await download(evidence.id as string, 'south-lanarkshire')).status).toBe(404);
    const client = new Client({ connectionString: running.databaseUrl });
    await client.connect();
    const rows = await client.query<{ sealed: Buffer }>('SELECT sealed FROM files.file');
    const events = await client.query<{ payload: Buffer }>('SELECT payload FROM log.event');
    await client.end();
    expect(rows.rows).toHaveLength(1);
    for (const { sealed } of rows.rows) expect(sealed.includes('script')).toBe(false);
    for (const { payload } of events.rows)
      expect(payload.toString()).not.toMatch(/Bericht|What was done|one worker who stays/);
  });

  it('is the same answer for the same key and file, and refused for another file', async () => {
    const key = randomUUID();
    const first = await upload(PAGE, key);
    expect((await upload(PAGE, key)).body).toEqual(first.body);
    expect((await upload(Buffer.from('other'), key)).status).toBe(422);
  });

  it('may come inside JSON too, and needs to be either a link or a file', async () => {
    const file = { name: 'note.txt', mediaType: 'text/plain', base64: Buffer.from('hello').toString('base64') };
    expect((await worker.post(`milestones/${milestone}/attach-evidence`, { shows: 'A note', file })).status).toBe(200);
    const neither = await worker.post(`milestones/${milestone}/attach-evidence`, { shows: 'A note' });
    expect(neither).toMatchObject({ status: 422 });
    const both = { shows: 'A note', file, link: 'https://www.example.org' };
    expect((await worker.post(`milestones/${milestone}/attach-evidence`, both)).status).toBe(422);
  });

  it('is refused when it is too large or its name cannot be kept, and nothing is written', async () => {
    const head = await running.tracker.store.head();
    const large = await upload(Buffer.alloc(21_000_000));
    expect([large.status, large.headers['content-type']]).toEqual([413, 'application/problem+json; charset=utf-8']);
    const file = { name: 'a\u0000b', mediaType: 'text/plain', base64: 'aGVsbG8=' };
    expect((await worker.post(`milestones/${milestone}/attach-evidence`, { shows: 'A note', file })).status).toBe(400);
    expect(await running.tracker.store.head()).toBe(head);
  });
});
