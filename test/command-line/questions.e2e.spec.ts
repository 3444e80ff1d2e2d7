import { Remote } from '../support/remote';
import { type Outcome, postmasterOf, type Process, Workplace } from '../support/server-process';

const NORTH = ['-p', 'north-lanarkshire'] as const;

describe('promise, asked', () => {
  const workplace = new Workplace('file');
  let dataDir: string;
  let server: Process;
  let milestone: string;
  const ask = (...words: readonly string[]): Promise<Outcome> => workplace.promise(dataDir, ...words);

  beforeAll(async () => {
    dataDir = workplace.dataDir();
    server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    milestone = (await remote.propose('One worker who stays')).body.id as string;
    const moved = await remote.post(`milestones/${milestone}/revise-timescale`, {
      timescale: 'by December 2027',
      reason: 'The training started late.',
      decidedBy: 'CSP Board',
      decidedOn: '2025-02-01',
      youngPeopleTold: true,
    });
    expect(moved.status).toBe(200);
  });

  const questions = (): void => {
    it('timeline answers in words', async () => {
      const { code, stdout, stderr } = await ask('timeline', ...NORTH);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^North Lanarkshire Children's Services Partnership: .*\n/);
      expect(stdout).toContain('\n5-year mark: in March 2026\n10-year mark: in March 2031\n');
      expect(stdout).toContain('\n  * One worker who stays [proposed] by December 2027 (first by March 2026)\n');
      expect(stdout).toContain('\nVoice: no milestones\n  - step: ');
      expect(stdout).toContain('\nCare: 1 milestone proposed\n');
      expect(stdout).toContain('[result-not-recorded] Throughout the timescale of this plan -2019-2022\n');
      expect(stdout).toMatch(/\nAs it was on \d{4}-\d\d-\d\d, as far as was recorded by \S+, up to record \d+\.\n$/);
    });

    it('timeline answers in JSON what the API answers', async () => {
      const { code, stdout } = await ask('timeline', ...NORTH, '--horizon', '5', '--lanes', 'theme', '--json');
      const timeline = JSON.parse(stdout) as Record<string, any>;
      expect(code).toBe(0);
      expect(timeline.lanes.map(({ title }: { title: string }) => title)).toContain('Listening');
      expect(timeline.marks.map((mark: { years: number }) => mark.years)).toContain(5);
      expect(timeline.lanes.flatMap((lane: { milestones: object[] }) => lane.milestones)).toHaveLength(1);
    });

    it('timeline answers how it was on a day, and what was known by another', async () => {
      const before = await ask('timeline', ...NORTH, '--as-at', '2019-06-30', '--json');
      const timeline = JSON.parse(before.stdout) as Record<string, any>;
      expect(timeline).toMatchObject({ asAt: '2019-06-30' });
      expect(timeline.lanes.flatMap((lane: { milestones: object[] }) => lane.milestones)).toEqual([]);
      const early = await ask('timeline', ...NORTH, '--known-at', '2020-01-01');
      expect([early.code, early.stdout]).toEqual([0, expect.stringContaining('Recorded here since ')]);
    });

    it('history answers in words and in JSON', async () => {
      const words = await ask('history', milestone);
      expect([words.code, words.stderr]).toEqual([0, '']);
      expect(words.stdout).toMatch(
        /^\d+\. .*One worker who stays.*\n {3}so on \S+, recorded \S+ by worker \(event \S+\)\n/,
      );
      expect(words.stdout).toContain('   why: The training started late.');
      const json = await ask('history', milestone, '--json');
      const entries = JSON.parse(json.stdout) as { type: string }[];
      expect(entries.map(({ type }) => type)).toEqual(['MilestoneProposed', 'MilestoneTimescaleRevised']);
    });

    it('rebuild tells how far it is, and how many events that were', async () => {
      const { code, stdout, stderr } = await ask('rebuild');
      const [, events = ''] = /^The read models were built anew from (\d+) events\.\n$/.exec(stdout) ?? [];
      expect(code).toBe(0);
      expect(stderr).toBe(`${events} of ${events} events\n`);
      const json = await ask('rebuild', '--json');
      expect(JSON.parse(json.stdout)).toEqual({ events: Number(events) });
    });

    it('for what does not exist ends with exit code 4', async () => {
      const nowhere = await ask('timeline', '-p', 'nowhere');
      expect(nowhere).toEqual({ code: 4, stdout: '', stderr: 'there is no partnership nowhere here\n' });
      const id = '11111111-1111-4111-8111-111111111111';
      for (const each of [id, "no'thing"]) {
        const unknown = await ask('history', each, '--json');
        expect(unknown).toEqual({ code: 4, stdout: '', stderr: `there is no milestone ${each} here\n` });
      }
    });
  };

  describe('while the server of its DATA_DIR runs', questions);

  describe('while no server runs', () => {
    beforeAll(async () => {
      server.signal('SIGTERM');
      expect(await server.end()).toBe(0);
    });
    // It starts PostgreSQL and stops it again.
    afterEach(() => {
      expect(postmasterOf(dataDir)).toBeNull();
    });
    questions();
  });
});
