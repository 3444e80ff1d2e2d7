import { counted, messages } from '../frame/messages';

const number = (count: number): string => count.toLocaleString('en-GB');

/** The words of the pages of work that takes a while. */
export const workWords = messages({
  live: 'This page follows the work by itself where your browser lets it. You can close it: the work goes on.',
  lookAgain: 'Look again',

  rebuild: 'Rebuild the pages',
  rebuildWhat:
    'The pages are worked out from the record. A rebuild works all of them out again, from the first record to the last.',
  rebuildWhen:
    'It helps when a page does not fit the record, or after a fault. Nothing in the record changes, and nobody has to wait: the pages go on answering as they are until the new ones take their place.',
  rebuildButton: 'Rebuild the pages now',
  rebuildAgain: 'Start it again',
  rebuildRunning: 'A rebuild is at work now.',
  rebuildRunningLink: 'See how far it is',
  rebuildLast: 'The last rebuild',
  rebuildAll: 'About rebuilding',
  rebuilding: 'The pages are being rebuilt',
  rebuilt: 'The pages are rebuilt',
  rebuiltFrom: (records: number) => `All pages were worked out again from ${counted(records, 'record')}.`,
  rebuildReady: 'Getting ready. If another rebuild was started by hand on the server, this one waits for it.',
  rebuildCount: (done: number, total: number) => `${number(done)} of ${number(total)} records are worked through.`,
  rebuildCountOnly: (done: number) => `${number(done)} records are worked through.`,
  rebuildSwap: (done: number) =>
    `All ${number(done)} records are worked through. The new pages are taking the place of the old ones.`,
  rebuildBroken: 'The rebuild was broken off',
  rebuildBrokenNext:
    'The server that was at work has ended. The pages are as they were before, and nothing is lost. Start it again.',
  rebuildFault: 'The rebuild did not work',
  rebuildFaultNext:
    'Something went wrong here, and it has been noted. The pages are as they were before, and nothing is lost. Start it again; if that does not help, tell whoever runs the tracker.',
  since: (moment: string) => `Last heard of on ${moment}.`,
  ended: (moment: string) => `Ended on ${moment}.`,
});
