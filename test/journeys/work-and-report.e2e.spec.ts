import { addDays, londonDay } from '@promise/kernel';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, Visitor } from '../support/visitor';

const BOARD = 'Children’s Services Partnership Board';

describe('what waits, and what is reported', () => {
  let running: RunningTracker;
  let worker: Visitor;

  beforeAll(async () => {
    running = await runningTracker();
    const api = new Caller(running, 'worker');
    const propose = (title: string, timescale: string): Promise<string> =>
      api.propose({ title, timescale, effectiveOn: '2021-06-01' });
    const agree = (id: string): Promise<unknown> =>
      api.post(`milestones/${id}/agree`, { body: BOARD, date: '2021-09-01' });
    const late = await propose('Late one', 'by March 2023');
    await agree(late);
    await api.post(`milestones/${late}/start`, { effectiveOn: '2022-01-01' });
    const moved = await propose('Moved one', 'by March 2024');
    await agree(moved);
    await api.post(`milestones/${moved}/revise-timescale`, {
      ...{ timescale: 'by June 2099', reason: 'Staff left.', decidedBy: BOARD, decidedOn: '2024-02-01' },
      ...{ youngPeopleTold: false, effectiveOn: '2024-02-10' },
    });
    const done = await propose('Done one', 'by June 2024');
    await api.post(`milestones/${done}/achieve`, {
      date: '2024-04-30',
      evidence: [{ link: 'https://www.example.org/report', shows: 'The report' }],
      differenceMade: 'Nobody waits.',
    });
    const soon = addDays(londonDay(new Date()), 30).split('-').reverse().join('/');
    await agree(await propose('Soon one', `by ${soon}`));
    await propose('Proposed one', 'by March 2027');
    await api.get('timeline');
    worker = await Visitor.signedIn(running, 'worker');
  });
  afterAll(() => running.stop());

  it('stands on the list of whoever records, by what it waits for', async () => {
    const text = textOf((await worker.get('my-work')).html);
    for (const group of [
      /Overdue \(1\).*Late one/,
      /Due soon \(1\).*Soon one/,
      /Young people were not told \(1\).*Moved one/,
      /Evidence is missing \(1\).*Late one/,
      /Not agreed yet \(1\).*Proposed one/,
    ]) {
      expect(text).toMatch(group);
    }
    const board = await Visitor.signedIn(running, 'board');
    expect((await board.get('my-work')).status).toBe(403);
    expect((await board.get('report')).html).not.toContain('/my-work');
  });

  it('says between two days what was done, what moved and why, and what is due', async () => {
    const { html, status } = await worker.get('report?from=2024-01-01&to=2024-06-30&for=Champions%20Board');
    const text = textOf(html);
    expect(status).toBe(200);
    expect(text).toContain('From 1 January 2024 to 30 June 2024 For: Champions Board');
    expect(text).toContain('1 milestone was done. 1 date moved. 0 milestones were stopped.');
    expect(text).toMatch(/What was done Done one .*Nobody waits\./);
    expect(text).toMatch(/What moved, and why Moved one .*Why: Staff left\. .*Young people have not been told yet/);
    expect(text).toMatch(/What is overdue Late one/);
    expect(text).toContain('Nothing is due by 29 December 2024.');
  });

  it('says of days that make no sense what is wrong', async () => {
    for (const [days, message] of [
      ['from=2024-02-31&to=2024-06-30', 'Choose a day of the calendar.'],
      ['from=2024-06-30&to=2024-01-01', 'The last day must not come before the first.'],
    ] as const) {
      const { status, html } = await worker.get(`report?${days}`);
      expect([status, textOf(html)]).toEqual([400, expect.stringContaining(message)]);
    }
  });

  it('reads the same from its own address later, whatever is recorded in between', async () => {
    const { html } = await worker.get('report?from=2024-01-01&to=2024-06-30');
    const address = /<p class="pt-cite[^>]*><a href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const before = await worker.get(address);
    const api = new Caller(running, 'worker');
    await api.propose({ title: 'Later one', effectiveOn: '2024-03-01' });
    await api.get('timeline');
    expect((await worker.get(address)).html.split('<main')[1]).toBe(before.html.split('<main')[1]);
    expect((await worker.get('report?from=2024-01-01&to=2024-06-30')).html).toContain('Later one');
  });
});
