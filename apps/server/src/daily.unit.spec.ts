import { daily } from './daily';

const DAY_MS = 86_400_000;

describe('what is done daily', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is done at once and every day, also after a failure, until it is ended', async () => {
    let times = 0;
    const failures: unknown[] = [];
    const end = daily(
      () => {
        times += 1;
        return times === 1 ? Promise.reject(new Error('not today')) : Promise.resolve();
      },
      (error) => failures.push(String(error)),
    );
    await jest.advanceTimersByTimeAsync(DAY_MS - 1);
    expect([times, failures]).toEqual([1, ['Error: not today']]);
    await jest.advanceTimersByTimeAsync(DAY_MS);
    expect([times, failures]).toEqual([2, ['Error: not today']]);
    await end();
    await jest.advanceTimersByTimeAsync(3 * DAY_MS);
    expect(times).toBe(2);
  });
});
