import { createServer } from 'node:net';
import { Client } from 'pg';
import { QueryFailedError } from 'typeorm';
import { isOutOfReach } from './out-of-reach';

/** What pg throws when nothing listens. */
async function refusedConnection(): Promise<unknown> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return new Client({ host: '127.0.0.1', port }).connect().catch((error: unknown) => error);
}

const withCode = (code: string): Error => Object.assign(new Error('said'), { code });

it('knows a connection that was refused', async () => {
  expect(isOutOfReach(await refusedConnection())).toBe(true);
});

it.each([
  ['a terminated connection', withCode('57P01')],
  ['a server that starts', new QueryFailedError('SELECT 1', [], withCode('57P03'))],
  ['a socket that closed', new Error('Connection terminated unexpectedly')],
  ['a pool without answer', new Error('timeout exceeded when trying to connect')],
  ['a database without answer', new Error('Query read timeout')],
  ['a failure of each address', new AggregateError([withCode('ECONNREFUSED')])],
  ['what another error was caused by', new Error('the vault', { cause: withCode('ECONNRESET') })],
])('knows %s', (_, error) => {
  expect(isOutOfReach(error)).toBe(true);
});

it.each([
  ['a query that is wrong', new QueryFailedError('SELECT', [], withCode('42601'))],
  ['a fault of ours', new TypeError('x is undefined')],
  ['no error at all', 'ECONNREFUSED'],
])('takes %s for what it is', (_, error) => {
  expect(isOutOfReach(error)).toBe(false);
});
