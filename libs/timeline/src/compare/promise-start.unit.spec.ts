import type { PartnershipView } from '@promise/partnerships';
import { startDifference } from './promise-start';

const march = { words: 'March 2021', start: '2021-03-01', end: '2021-03-31', precision: 'month', shape: 'within' };
const START = { timescale: march, standing: 'our-reading', reason: 'It says so', decidedBy: null };

const compared = (was: object | null, is: object | null): object[] => {
  const view = (promiseStart: object | null): PartnershipView => ({ promiseStart }) as unknown as PartnershipView;
  return startDifference('p', view(was), view(is)).map(({ change, sentence }) => ({ change, sentence }));
};

it.each([
  ['nothing where it is the same', START, START, []],
  [
    'that its ground is another',
    START,
    { ...START, standing: 'decided', decidedBy: 'the Board' },
    [
      {
        change: 'changed',
        sentence: 'The ground of the start of the Promise work, March 2021, is now: decided by the Board. It says so.',
      },
    ],
  ],
  [
    'that it was taken back',
    START,
    null,
    [{ change: 'gone', sentence: 'The start of the Promise work that was set was taken back.' }],
  ],
])('says of the start of the Promise work %s', (_, was, is, said) => {
  expect(compared(was, is)).toEqual(said);
});
