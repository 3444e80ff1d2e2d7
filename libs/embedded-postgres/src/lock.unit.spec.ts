import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from './lock';
import { announce, present } from './presence';
import { identityOf, identityOfThisProcess, isAlive } from './processes';

const folder = mkdtempSync(join(tmpdir(), 'promise-lock-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The identity of a process that has been and gone. */
const dead = `${spawnSync(process.execPath, ['-e', '']).pid}-gone1`;

describe('the lock', () => {
  it('lets one in at a time, each of them in the end', async () => {
    let inside = 0;
    const most: number[] = [];
    const work = async (): Promise<void> => {
      most.push(++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => alone(folder, 20_000, work)));
    expect(most).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not held up by what dead processes left, and clears it away', async () => {
    for (const label of ['000000000001', 'choosing']) writeFileSync(join(folder, `${label}_${dead}_x`), '');
    await expect(alone(folder, 0, () => Promise.resolve('done'))).resolves.toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives up after the time allowed, naming the process that is busy', async () => {
    const busy = announce(folder, '000000000001');
    await expect(alone(folder, 0, () => Promise.resolve())).rejects.toThrow(`Process ${process.pid} has been busy`);
    busy.withdraw();
  });

  it('is free again after work that failed', async () => {
    await expect(alone(folder, 0, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
    await expect(alone(folder, 0, () => Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('presence', () => {
  it('counts the living only', () => {
    writeFileSync(join(folder, `user_${dead}_x`), '');
    const here = announce(folder, 'user');
    expect(present(folder)).toEqual([here.name]);
    here.withdraw();
    expect(present(folder)).toEqual([]);
  });
});

describe('the identity of a process', () => {
  it('stays the same while it lives', () => {
    expect(identityOfThisProcess()).toBe(identityOf(process.pid));
    expect(isAlive(identityOfThisProcess())).toBe(true);
  });

  it('is not shared with an earlier process of the same number', () => {
    expect(isAlive(`${process.pid}-earlier`)).toBe(false);
  });

  it('is nothing for no process', () => {
    for (const pid of [Number.parseInt(dead, 10), 0, -1, Number.NaN]) expect(identityOf(pid)).toBeUndefined();
  });
});
