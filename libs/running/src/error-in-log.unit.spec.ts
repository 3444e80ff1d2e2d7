import { QueryFailedError } from 'typeorm';
import { errorInLog } from './error-in-log';

const SECRET = 'Jane Doe';

function ofDriver(): Error {
  const said = { code: '23505', constraint: 'one_name', severity: 'ERROR', detail: SECRET, where: SECRET };
  return Object.assign(new Error(`invalid input: "${SECRET}"\n    at ${SECRET}:1:1`), said);
}

it('keeps code and constraint of a failed query, and nothing that a person typed', () => {
  const error = new QueryFailedError(`SELECT '${SECRET}'`, [SECRET], ofDriver());
  const logged = errorInLog(error);
  expect(JSON.stringify(logged)).not.toContain(SECRET);
  expect(logged).toMatchObject({ type: 'QueryFailedError', code: '23505', constraint: 'one_name' });
  expect(logged.stack).toContain('error-in-log.unit.spec');
});

it('keeps as little of what the driver says, also as a cause', () => {
  const logged = errorInLog(new Error('the record cannot be reached', { cause: ofDriver() }));
  expect(JSON.stringify(logged)).not.toContain(SECRET);
  expect(logged).toMatchObject({ message: 'the record cannot be reached', cause: { code: '23505' } });
});

it('keeps nothing of what is no error', () => {
  expect(errorInLog(SECRET)).toEqual({ type: 'string', stack: '' });
});
