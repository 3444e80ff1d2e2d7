import { Workplace } from '../support/server-process';

const NORTH = ['-p', 'north-lanarkshire'] as const;

describe('promise invite', () => {
  const workplace = new Workplace('file');
  let dataDir: string;
  let address: string;
  const invite = (...words: readonly string[]) =>
    workplace.promise(dataDir, 'invite', ...NORTH, '--address', address, ...words);

  beforeAll(async () => {
    dataDir = workplace.dataDir();
    address = await workplace.server(dataDir).address();
  });

  it('gives the first administrator a link of the running server', async () => {
    const { code, stdout, stderr } = await invite('--name', 'Ailsa Craig');
    expect([code, stderr]).toEqual([0, '']);
    const link =
      /^Give Ailsa Craig this link\. It is good once, for 7 days, and asks for no second factor:\n(\S+)\n$/.exec(
        stdout,
      )?.[1] ?? '';
    expect(link).toMatch(new RegExp(`^${address}/welcome\\?link=[\\w-]{43}$`));
    const page = await fetch(link);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('This link is for Ailsa Craig.')]);
  });

  it('gives the first administrator of a new partnership a link, twice where the first is lost', async () => {
    for (const name of ['Ben Vane', 'Ben Vorlich']) {
      const { code, stdout } = await invite('--name', name, '-p', 'inverbeg', '--new');
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Give ${name} this link.`)]);
    }
  });

  it('is followed by a new link for somebody who lost theirs and has roles in several partnerships', async () => {
    const invited = await invite('--name', 'Bass Rock', '--json');
    const { person, link: first } = JSON.parse(invited.stdout) as { person: string; link: string };
    const link = (...words: readonly string[]) => workplace.promise(dataDir, 'link', '--address', address, ...words);
    const made = await link(...NORTH, '--person', person);
    const second = /^Give them this link\..*\n(\S+)\n$/.exec(made.stdout)?.[1] ?? '';
    expect([made.code, (await fetch(first)).status, (await fetch(second)).status]).toEqual([0, 404, 200]);
    const unknown = await link(...NORTH, '--person', 'Bass Rock');
    expect([unknown.code, unknown.stdout]).toEqual([4, '']);
    const elsewhere = await link('-p', 'south-lanarkshire', '--person', person);
    expect([elsewhere.code, elsewhere.stdout, elsewhere.stderr]).toEqual([3, '', expect.stringContaining('no role')]);
    expect((await fetch(second)).status).toBe(200);
  });

  it('answers in JSON', async () => {
    const { code, stdout } = await invite('--name', 'Bass Rock', '--role', 'worker', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { person: expect.stringMatching(/^[0-9a-f-]{36}$/), link: expect.stringContaining('/welcome?link=') },
    ]);
  });

  it.each([
    [['--name', ' '], 3, 'name: is a line of 1 to 200 characters'],
    [['--name', 'Canna', '--role', 'king'], 3, 'role: must be one of worker'],
    [['--name', 'Canna', '--role', 'inspector'], 3, 'until: an inspector is let in up to a day'],
    [['--name', 'Canna', '--until', 'soon'], 3, 'until: soon is not a day of the calendar'],
    [['--name', 'Canna', '-p', 'nowhere'], 4, 'there is no partnership nowhere here'],
    [['--name', 'Canna', '-p', 'nowhere'], 4, 'To begin a new partnership, add --new.'],
    [['--name', 'Canna', '--new'], 3, 'partnership: north-lanarkshire is set up already'],
    [['--name', 'Canna', '--new', '-p', 'Inverbeg'], 3, 'partnership: the id of a new partnership is'],
    [['--name', 'Canna', '--new', '-p', 'inverbeg-'], 3, 'partnership: the id of a new partnership is'],
    [['--name', 'Canna', '--new', '-p', 'inverbeg', '--role', 'worker'], 3, 'role: a new partnership begins with'],
    [[], 2, "required option '-n, --name <name>' not specified"],
  ])('%j ends with exit code %i and says why', async (words, expected, fault) => {
    const { code, stdout, stderr } = await invite(...words);
    expect([code, stdout, stderr]).toEqual([expected, '', expect.stringContaining(fault)]);
  });
});
