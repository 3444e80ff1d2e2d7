import type { StreamingRead } from '@eventstore/db-client';
import { NoAnswer } from './failures';

/**
 * All that a reading gives.
 * @param silenceMs longest time without anything, not that of the whole reading
 * @throws NoAnswer, or what the server or the connection says
 */
export function collect<Read>(reading: StreamingRead<Read>, silenceMs: number): Promise<Read[]> {
  return new Promise((resolve, reject) => {
    const read: Read[] = [];
    const timer = setTimeout(() => {
      reject(new NoAnswer(silenceMs));
      // One that never began is not there to be cancelled; its failure is the one above.
      reading.cancel().catch(reject);
    }, silenceMs);
    reading.on('data', (each: Read) => {
      read.push(each);
      timer.refresh();
    });
    reading.on('end', () => {
      clearTimeout(timer);
      resolve(read);
    });
    reading.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
