import { existsSync } from 'node:fs';
import { Workplace } from '../support/server-process';

const workplace = new Workplace();

describe('promise', () => {
  it.each([
    [[], ['import', 'invite', 'link', 'rebuild', 'timeline', 'history', 'Exit codes: 0 done, 1 failed', 'DATA_DIR']],
    [['import'], ['<file>', '--partnership', '--preview', '--json']],
    [['invite'], ['--partnership', '--name', '--role', '--until', '--address', '--json']],
    [['rebuild'], ['--json']],
    [['store'], ['check', 'copy']],
    [['store', 'check'], ['--json']],
    [['timeline'], ['--partnership', '--horizon', '--lanes', '--as-at', '--known-at', '--json']],
    [['history'], ['<id>', '--json']],
    [
      ['store', 'copy'],
      ['--from', '--from-file', '--from-data', '--to', '--to-file', '--to-data', '--json'],
    ],
  ])('%j --help says what it takes', async (words, told) => {
    const { code, stdout, stderr } = await workplace.promise(workplace.dataDir(), ...words, '--help');
    expect([code, stderr]).toEqual([0, '']);
    for (const each of told) expect(stdout).toContain(each);
  });

  it.each([
    [['forget'], "unknown command 'forget'"],
    [['timeline'], "required option '-p, --partnership <id>' not specified"],
    [['import', 'file.json'], "required option '-p, --partnership <id>' not specified"],
    [['import', '-p', 'north-lanarkshire'], "missing required argument 'file'"],
    [['history'], "missing required argument 'id'"],
    [['rebuild', 'all'], 'too many arguments'],
    [['timeline', '-p', 'x', '--horizon', '7'], "argument '7' is invalid. Allowed choices are 5, 10"],
    [['timeline', '-p', 'x', '--lanes', 'lead'], "argument 'lead' is invalid. Allowed choices are foundation, theme"],
    [['timeline', '-p', 'x', '--as-at', '2021-02-30'], 'It must be a day, written YYYY-MM-DD.'],
    [['timeline', '-p', 'x', '--known-at', 'yesterday'], 'It must be a day, written YYYY-MM-DD.'],
    [['rebuild', '--fast'], "unknown option '--fast'"],
  ])('%j is called wrongly: exit code 2, and nothing is started', async (words, fault) => {
    const dataDir = workplace.dataDir();
    const { code, stdout, stderr } = await workplace.promise(dataDir, ...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(fault);
    expect(stderr).toContain('--help');
    expect(existsSync(dataDir)).toBe(false);
  });
});
