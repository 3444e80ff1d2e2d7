import { dirname } from 'node:path';
import { changedPlan, PARTNERSHIP, PLAN } from '../support/changed-plan';
import { Remote } from '../support/remote';
import { type Outcome, postmasterOf, type Process, Workplace } from '../support/server-process';

const NORTH = ['-p', 'north-lanarkshire'] as const;
const PLAN_KEY = 'corporate-parenting-improvement-plan-2019-22';

describe.each([['while no server runs'], ['while a server runs']])('promise import, %s', (when) => {
  const workplace = new Workplace('file');
  const withServer = when === 'while a server runs';
  let dataDir: string;
  let server: Process;
  let remote: Remote;

  const bring = (...words: readonly string[]): Promise<Outcome> => workplace.promise(dataDir, 'import', ...words);
  const record = async (): Promise<number> => {
    const { stdout } = await workplace.promise(dataDir, 'timeline', ...NORTH, '--json');
    return (JSON.parse(stdout) as { recordNumber: number }).recordNumber;
  };

  beforeAll(async () => {
    dataDir = workplace.dataDir();
    const first = await bring(PARTNERSHIP, ...NORTH);
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^3 changes recorded:\n- /)]);
    expect(first.stderr).toBe(
      `Making the database (once).\nBuilding the read models: 0 events\nImporting ${PARTNERSHIP}\n`,
    );
    expect(postmasterOf(dataDir)).toBeNull();
    if (!withServer) return;
    server = workplace.server(dataDir);
    remote = new Remote(await server.address(), dataDir);
  });

  // Whether it was running is how a command leaves the database.
  afterEach(() => {
    expect(postmasterOf(dataDir) !== null).toBe(withServer);
  });

  it('of a plan says each line, with --preview before anything is written', async () => {
    const preview = await bring(PLAN, ...NORTH, '--preview');
    expect([preview.code, preview.stderr]).toEqual([0, '']);
    const [heading, ...lines] = preview.stdout.split('\n');
    expect(heading).toBe('63 changes would be recorded:');
    expect(lines).toHaveLength(64);
    expect(await record()).toBe(3);
    const done = await bring(PLAN, ...NORTH);
    expect(done).toEqual({
      code: 0,
      stdout: preview.stdout.replace('would be recorded', 'recorded'),
      stderr: `Importing ${PLAN}\n`,
    });
    expect(await record()).toBe(66);
  });

  it('of the same file again changes nothing', async () => {
    const again = await bring(PLAN, ...NORTH);
    expect([again.code, again.stdout]).toEqual([0, 'Nothing changes: the tracker holds this already.\n']);
    const json = await bring(PLAN, ...NORTH, '--json');
    expect(JSON.parse(json.stdout)).toEqual({ changes: [], kept: [], position: null });
    expect(await record()).toBe(66);
  });

  it('of a changed line makes a further event of it', async () => {
    const changed = changedPlan(dirname(dataDir), (plan) => (plan.steps[0].timescale = 'May 2019'));
    const preview = await bring(changed, ...NORTH, '--preview');
    expect(preview.stdout).toMatch(
      /^1 change would be recorded:\n- The step “.*” changes: .*April 2019.*May 2019.*\n$/,
    );
    expect(await record()).toBe(66);
    const done = await bring(changed, ...NORTH, '--json');
    const { changes, position } = JSON.parse(done.stdout) as { changes: unknown[]; position: string };
    expect(changes).toEqual([expect.objectContaining({ change: 'restated', subject: 'step' })]);
    expect(position).toEqual(expect.any(String));
    expect(await record()).toBe(67);
  });

  it('of a wrong file lists every fault with file, line and field, and writes nothing', async () => {
    const wrong = changedPlan(dirname(dataDir), (plan) => {
      plan.steps[0].timescale = 'whenever';
      delete plan.steps[1].title;
      plan.priorities[2].foundation.primary = 'love';
      plan.priorities[3].title = 'This would be a change';
    });
    const told = [
      [
        /^.*changed\.json:\d+:\d+: \/priorities\/2\/foundation\/primary: .*"voice"/m,
        '/priorities/2/foundation/primary',
      ],
      [/^.*changed\.json:\d+:\d+: \/steps\/0\/timescale: .*"whenever" cannot be read/m, '/steps/0/timescale'],
      [/^.*changed\.json:\d+:\d+: \/steps\/1\/title: "title" is missing/m, '/steps/1/title'],
    ] as const;
    const { code, stdout, stderr } = await bring(wrong, ...NORTH);
    expect([code, stdout]).toEqual([3, '']);
    for (const [line] of told) expect(stderr).toMatch(line);
    expect(stderr).toMatch(/\nNothing was written\.\n$/);
    const json = await bring(wrong, ...NORTH, '--preview', '--json');
    const { faults } = JSON.parse(json.stdout) as { faults: { field: string; file: string; line: number }[] };
    expect(json.code).toBe(3);
    expect(faults.map(({ field }) => field)).toEqual(told.map(([, field]) => field));
    for (const fault of faults) expect(fault).toMatchObject({ file: wrong, line: expect.any(Number) });
    expect(await record()).toBe(67);
  });

  it.each([
    [PLAN, 'south-lanarkshire', 'partnership: the file is of north-lanarkshire, not of south-lanarkshire'],
    [
      PLAN.replace(/north(.*)corp.*/, 'south$1childrens-services-plan-2021-23.json'),
      'south-lanarkshire',
      'partnership: there is no partnership south-lanarkshire here; import its partnership.json first',
    ],
    [dirname(PLAN), 'north-lanarkshire', `${dirname(PLAN)}:1:1: this is a folder; name one .json file in it`],
    ['/nowhere/plan.json', 'north-lanarkshire', '/nowhere/plan.json:1:1: there is no such file; check the name and'],
  ])('of %s for %s is refused', async (file, partnership, sentence) => {
    const { code, stdout, stderr } = await bring(file, '-p', partnership);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/\nNothing was written\.\n$/);
    const json = await bring(file, '-p', partnership, '--json');
    expect((JSON.parse(json.stdout) as { faults: unknown[] }).faults).toHaveLength(1);
  });

  // Only people who sign in at a server can record a result.
  if (!withServer) return;

  it('keeps the timescale of a step whose result a person recorded, and says so', async () => {
    const changed = changedPlan(dirname(dataDir), (plan) => {
      plan.steps[0].timescale = 'May 2019';
      plan.steps[1].timescale = 'July 2019';
      plan.steps[2].timescale = 'July 2019';
    });
    const step = `${PLAN_KEY}.champions-board-relaunch`;
    const result = { result: 'done', when: '2019-06-30', byWhoseWord: 'LACYPG' };
    expect((await remote.post(`steps/${step}/record-result`, result)).status).toBe(200);
    const { stdout } = await bring(changed, ...NORTH);
    expect(stdout).toMatch(/^1 change recorded:\n- The step “Set a timetable .*\nKept as it is: The step “Review the /);
    expect(stdout).toContain('has another timescale in the file, but a person has recorded what came of it.');
    const json = JSON.parse((await bring(changed, ...NORTH, '--json')).stdout) as {
      kept: unknown[];
      changes: unknown[];
    };
    expect(json).toMatchObject({ changes: [], kept: [{ subject: 'step', id: step }] });
    const steps = await remote.all(`plans/${PLAN_KEY}/steps`);
    expect(steps.find(({ id }) => id === step)).toMatchObject({
      timescale: { words: 'June 2019' },
      status: 'achieved',
    });
  });
});
