import { until } from '../../../test/support/until';
import { LogWatch } from './log-watch';
import { BuiltFromAnotherLog } from './of-this-log';

type Answer = boolean | Error;

/** Watches until all of these answers were taken in. */
async function after(...answers: readonly Answer[]): Promise<LogWatch> {
  const left = [...answers];
  const asked = (): Promise<boolean> => {
    const answer = left.shift();
    if (left.length === 0) watch.stop();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? true);
  };
  const watch = new LogWatch(asked, 1);
  watch.start();
  watch.start();
  await until('all were taken in', () => left.length === 0);
  return watch;
}

describe('the watch over the log', () => {
  it('lets everything be recorded before it has looked', () => {
    const watch = new LogWatch(() => Promise.resolve(false));
    expect(() => {
      watch.check();
    }).not.toThrow();
  });

  it.each<[string, Answer[]]>([
    ['the log is the right one', [true, true]],
    ['it was another one by chance', [true, false, true, false]],
    ['the read models are out of reach', [new Error('out of reach'), false, new Error('out of reach')]],
  ])('lets everything be recorded where %s', async (_, answers) => {
    const watch = await after(...answers);
    expect(() => {
      watch.check();
    }).not.toThrow();
  });

  it.each<[string, Answer[]]>([
    ['twice', [true, false, false]],
    ['with no answer between', [false, new Error('out of reach'), false]],
  ])('lets nothing be recorded where the log was another one %s', async (_, answers) => {
    const watch = await after(...answers);
    expect(() => {
      watch.check();
    }).toThrow(BuiltFromAnotherLog);
  });

  it('lets it be recorded again once the log is the right one', async () => {
    const watch = await after(false, false, false, true);
    expect(() => {
      watch.check();
    }).not.toThrow();
  });
});
