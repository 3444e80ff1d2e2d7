import { createPool } from './pool';

describe('a pool', () => {
  it('tells of an idle connection that is lost, until it ends', async () => {
    const told: string[] = [];
    const pool = createPool('postgres://nobody@localhost/nothing', {
      applicationName: 'pool-test',
      onIdleError: ({ message }) => told.push(message),
    });
    pool.emit('error', new Error('lost'), undefined);
    await pool.end();
    pool.emit('error', new Error('the server was stopped'), undefined);
    expect(told).toEqual(['lost']);
  });
});
