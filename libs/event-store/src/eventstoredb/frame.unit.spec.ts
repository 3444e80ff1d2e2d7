import { frame, unframe } from './frame';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('envelope and payload in the data of one event', () => {
  it('are the length, a line feed, and the bytes as they are', () => {
    const data = frame({ envelope: bytes('{"é":1}'), payload: bytes('{}\n') });
    expect(Buffer.from(data).toString('utf8')).toBe('8\n{"é":1}{}\n');
    expect(Buffer.from(unframe(data).envelope)).toEqual(bytes('{"é":1}'));
    expect(Buffer.from(unframe(data).payload)).toEqual(bytes('{}\n'));
  });

  it.each(['', '{}', '\n', '9\n{}', '-1\n{}', '1.0\n{}', '0x1\n{}', '999999999\n'])('are not read from %j', (text) => {
    expect(() => unframe(bytes(text))).toThrow('not written by the tracker');
  });
});
