import { freePort } from '../../../test/support/free-port';
import { Opening } from './opening';

describe('a process that opens', () => {
  let place: { host: string; port: number };
  let opening: Opening;
  beforeEach(async () => {
    place = { host: '127.0.0.1', port: await freePort() };
    opening = await Opening.at(place);
  });
  afterEach(() => opening.close());

  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${place.port}${path}`);

  it('lives and is not ready', async () => {
    const live = await get('/health/live');
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await get('/health/ready?verbose');
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await ready.json()).toEqual({
      ...{ status: 'not-ready', readModelsAt: null, lagSeconds: null, projector: 'opening', subscription: 'none' },
      building: null,
    });
  });

  it('says in words how far it is, to people and to programs', async () => {
    expect(await (await get('/')).text()).toContain('<p>Nothing is lost. Try again in a minute.</p>');
    opening.building = { applied: 12_000, expected: null };
    expect(await (await get('/')).text()).toContain('It reads the record: 12,000 entries so far. Nothing is lost.');
    opening.building = { applied: 12_000, expected: 250_000 };
    const page = await get('/p/north-lanarkshire/timeline');
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('It reads the record: 12,000 of 250,000 entries so far.');
    const api = await get('/api/v1/partnerships');
    expect([api.status, api.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
    expect(await api.json()).toEqual({
      ...{ type: '/problems/not-ready', title: 'The Promise tracker is getting ready', status: 503 },
      detail: expect.stringContaining('12,000 of 250,000 entries') as string,
    });
    const building = { applied: 12_000, expected: 250_000 };
    expect(await (await get('/health/ready')).json()).toMatchObject({ building });
  });

  it('leaves its address to what was opened, whoever is still connected', async () => {
    await get('/health/live');
    await opening.close();
    await opening.close();
    const next = await Opening.at(place);
    await expect(Opening.at(place)).rejects.toThrow('EADDRINUSE');
    await next.close();
    await expect(get('/health/live')).rejects.toThrow('fetch failed');
  });

  it('takes no address where any free one is asked for', async () => {
    const free = await Opening.at({ host: '127.0.0.1', port: 0 });
    await free.close();
    await expect(Opening.at({ host: '192.0.2.1', port: 1 })).rejects.toThrow(/EADDRNOTAVAIL|EACCES/);
  });
});
