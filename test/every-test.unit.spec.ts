import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = (program: string, ...words: string[]): { status: number | null; stdout: string } => {
  const env = { ...process.env, CHROMIUM: '/nowhere' };
  return spawnSync(process.execPath, [join(__dirname, '../bin', program), ...words], { env, encoding: 'utf8' });
};

describe('the tests where there is no Chromium', () => {
  it('say that the pages were not tested, and what is missing', () => {
    expect(run('page-tests.js')).toMatchObject({
      status: 0,
      stdout: 'skipped: the page tests need Chromium (apt-get install chromium)\n',
    });
  });

  it('are those of jest alone where arguments are for it', () => {
    expect(run('test.js', '--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^30\.[\d.]+\n$/) });
  });

  it('end as badly as jest does', () => {
    expect(run('test.js', 'no/such/test').status).toBe(1);
  });
});
