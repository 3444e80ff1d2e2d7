import { StoreUnavailable } from '@promise/event-store';
import { reasonOf } from './why-it-ended';

const withCode = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('why something ended', () => {
  it('is told with what the store was told', () => {
    const error = new StoreUnavailable('EventStoreDB cannot be reached', {
      cause: new Error('self-signed certificate'),
    });
    expect(reasonOf(error)).toBe('EventStoreDB cannot be reached: self-signed certificate');
    expect(reasonOf(new StoreUnavailable('The log is closed'))).toBe('The log is closed');
  });

  it('is a sentence without a stack where a database or the network said it', () => {
    expect(reasonOf(withCode('database "none" does not exist', '3D000'))).toBe('database "none" does not exist');
    const addresses = ['::1', '127.0.0.1'].map((each) => withCode(`connect ECONNREFUSED ${each}:1`, 'ECONNREFUSED'));
    const both = 'connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1';
    expect(reasonOf(new AggregateError(addresses))).toBe(both);
  });

  it('has the place of a mistake of ours', () => {
    expect(reasonOf(new TypeError('x is undefined'))).toMatch(/^TypeError: x is undefined\n +at /);
  });
});
