import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endPostmaster } from './postmaster';
import { identityOf, isAlive } from './processes';

/** Stands in for a server that does not listen to these signals. */
async function deafTo(...signals: string[]): Promise<{ pid: number; identity: string; port: undefined }> {
  const deaf = signals.map((signal) => `process.on('${signal}', () => undefined);`).join('');
  const child = spawn(process.execPath, ['-e', `${deaf} setInterval(() => undefined, 1000); console.log('up')`]);
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  return { pid, identity: identityOf(pid) ?? '', port: undefined };
}

describe('ending the server', () => {
  it.each([
    { deaf: [], sent: [], patience: undefined },
    { deaf: ['SIGINT'], sent: ['SIGQUIT'], patience: [200, 10_000, 10_000] },
    { deaf: ['SIGINT', 'SIGQUIT'], sent: ['SIGQUIT', 'SIGKILL'], patience: [200, 200, 10_000] },
  ])('goes from fast to immediate to force when it is deaf to $deaf', async ({ deaf, sent, patience }) => {
    const postmaster = await deafTo(...deaf);
    const notices: string[] = [];
    await endPostmaster(postmaster, (message) => notices.push(message), patience);
    expect(isAlive(postmaster.identity)).toBe(false);
    expect(notices.map((notice) => notice.split(' ').at(-1))).toEqual(sent.map((signal) => `${signal}.`));
  });

  it('is content when the server has ended by itself', async () => {
    await expect(
      endPostmaster({ pid: 2 ** 22 + 1, identity: 'none', port: undefined }, () => undefined),
    ).resolves.toBeUndefined();
  });
});
