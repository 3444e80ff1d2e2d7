import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlanFile } from './read-plan-file';

const folder = mkdtempSync(join(tmpdir(), 'unreadable-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `line rule` of each fault. */
function faultsOf(path: string): readonly string[] {
  const outcome = readPlanFile(path);
  return outcome.ok ? [] : outcome.faults.map(({ line, rule }) => `${line} ${rule}`);
}

function write(content: string | Buffer): string {
  const path = join(folder, 'plan.json');
  writeFileSync(path, content);
  return path;
}

describe('what is no plan file at all', () => {
  it('may be missing, a folder, a pipe nobody writes to, or have a name no file can have', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('/usr/bin/mkfifo', [pipe]);
    expect(faultsOf(join(folder, 'nothing.json'))).toEqual(['1 file-missing']);
    expect(faultsOf(join(write('{}'), 'plan.json'))).toEqual(['1 file-missing']);
    expect(faultsOf(join(folder, 'x'.repeat(300)))).toEqual(['1 file-missing']);
    expect(readPlanFile(folder)).toMatchObject({
      faults: [{ rule: 'not-a-file', message: 'this is a folder; name one .json file in it' }],
    });
    expect(faultsOf(pipe)).toEqual(['1 not-a-file']);
    expect(faultsOf('plan\0.json')).toEqual(['1 file-unreadable']);
  });

  it('may be empty, or JSON but no object', () => {
    expect(faultsOf(write(''))).toEqual(['1 json']);
    expect(faultsOf(write('\n\n[]\n'))).toEqual(['3 type']);
    expect(faultsOf(write('null'))).toEqual(['1 type']);
    expect(faultsOf(write('{}'))).toEqual(['1 required']);
  });

  it('may be too large', () => {
    expect(faultsOf(write(Buffer.alloc(5 * 1024 * 1024, ' ')))).toEqual(['1 json']);
    expect(faultsOf(write(Buffer.alloc(5 * 1024 * 1024 + 1, ' ')))).toEqual(['1 file-too-large']);
  });

  it('may have more fields than a plan can have', () => {
    const list = (count: number): string => `{"list": [\n${'1,\n'.repeat(count - 1)}1]}`;
    expect(faultsOf(write(list(19_998)))).toEqual(['1 required']);
    expect(faultsOf(write(list(19_999)))).toEqual(['20000 too-many-fields']);
  });

  it('may be large and nothing but slips, and is answered shortly', () => {
    const outcome = readPlanFile(write(Buffer.alloc(4 * 1024 * 1024, '[,')));
    expect(outcome.ok ? 0 : outcome.faults.length).toBeLessThanOrEqual(21);
  });

  it('may be in another encoding: the line is named, in the middle of a character too', () => {
    expect(faultsOf(write(Buffer.from('{\n"caf\u00e9": 1}', 'latin1')))).toEqual(['2 utf-8']);
    expect(faultsOf(write(Buffer.from('{"\u20ac').subarray(0, 4)))).toEqual(['1 utf-8']);
    expect(faultsOf(write(Buffer.from('\uFEFF{}', 'utf16le')))).toEqual(['1 utf-8']);
  });
});

describe('a byte order mark', () => {
  it('is reported beside everything else that is wrong', () => {
    expect(faultsOf(write('\uFEFF{\n"kind": "poem"}'))).toEqual(['1 byte-order-mark', '2 allowed-values']);
  });
});
