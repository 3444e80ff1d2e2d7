import { type SpawnSyncReturns } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { sh } from './sh';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'promise-certificates-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const make = (of: string, ...nodes: string[]): SpawnSyncReturns<string> =>
  sh('event-store/make-certificates.sh', [join(folder, of), ...nodes]);
const text = (path: string): string => readFileSync(join(folder, path), 'utf8');

const remove = (path: string): void => {
  rmSync(join(folder, path), { recursive: true, force: true });
};
const move = (from: string, to: string): void => {
  remove(to);
  renameSync(join(folder, from), join(folder, to));
};

/** Connects to a server that has the certificate of the node in a folder, under a name. */
async function connectAs(node: string, servername: string): Promise<boolean> {
  const server = createServer({ cert: text(`${node}/node.crt`), key: text(`${node}/node.key`) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, servername, ca: text(`${node}/../ca/ca.crt`) }, () => {
        resolve(socket.authorized);
        socket.destroy();
      });
      socket.once('error', reject);
    });
  } finally {
    server.close();
  }
}

describe('docker/event-store/make-certificates.sh', () => {
  it('makes certificates that clients trust under the name of their node, and under no other', async () => {
    expect(make('cluster', 'event-store-1', 'event-store-2')).toMatchObject({ status: 0, stderr: '' });
    expect(await connectAs('cluster/event-store-1', 'event-store-1')).toBe(true);
    expect(await connectAs('cluster/event-store-2', 'localhost')).toBe(true);
    await expect(connectAs('cluster/event-store-1', 'event-store-2')).rejects.toThrow('altnames');
  });

  it('lets nobody but the event store read a key, and leaves none of the authority', () => {
    const files = readdirSync(join(folder, 'cluster'), { recursive: true, encoding: 'utf8' });
    const keys = files.filter((name) => /key|srl|csr|new/.test(name)).sort();
    expect(keys).toEqual(['event-store-1/node.key', 'event-store-2/node.key']);
    for (const key of keys) expect(statSync(join(folder, 'cluster', key)).mode & 0o777).toBe(0o400);
    expect(readdirSync(join(folder, 'cluster/ca'))).toEqual(['ca.crt']);
  });

  it('says why when it cannot, and leaves nothing', () => {
    const program = join(folder, 'openssl');
    writeFileSync(program, '#!/bin/sh\necho no entropy >&2; exit 2\n', { mode: 0o755 });
    const words = [join(folder, 'nothing'), 'event-store'];
    const failed = sh('event-store/make-certificates.sh', words, { PATH: `${folder}:${process.env.PATH}` });
    expect([failed.status, failed.stderr]).toEqual([2, 'no entropy\n']);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  it('keeps what is good', () => {
    const before = text('cluster/ca/ca.crt');
    const again = make('cluster', 'event-store-1', 'event-store-2');
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('are good')]);
    expect(text('cluster/ca/ca.crt')).toBe(before);
  });

  it.each([
    [
      'a key is gone',
      'event-store',
      (): void => {
        remove('single/event-store/node.key');
      },
    ],
    ['a node has none', 'event-store-1', (): void => undefined],
    [
      'one is of another node',
      'event-store-1',
      (): void => {
        move('single/event-store', 'single/event-store-1');
      },
    ],
    [
      'the authority is another',
      'event-store',
      (): void => {
        move('cluster/ca', 'single/ca');
      },
    ],
  ])('makes them anew when %s', async (_, node, change) => {
    remove('single');
    make('single', 'event-store');
    change();
    const again = make('single', node);
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Made certificates')]);
    expect(await connectAs(`single/${node}`, node)).toBe(true);
  });
});
