import { createPool } from './pool';

describe('a pool', () => {
  it('tells of an idle connection that is lost, until it ends', async () => {
    const told: string[] = [];
    const pool = createPool('postgres://nobody@localhost/nothing', {
      applicationName: 'pool-test',
      onIdleError: ({ message }) => told.push(message),
    });
    pool.emit('error', new Error('lost'), undefined as never);
    await pool.end();
    pool.emit('error', new Error('the server was stopped'), undefined as never);
    expect(told).toEqual(['lost']);
  });
});
