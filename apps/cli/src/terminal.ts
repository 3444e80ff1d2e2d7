/** Answers go to standard output, progress and faults to standard error, so that answers can be piped. */
export interface Terminal {
  answer(text: string): void;
  say(text: string): void;
  /** How far something is: one line that is written over in a terminal, a line each elsewhere. */
  progress(text: string): void;
}

export const terminal: Terminal = {
  answer: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
    else process.stderr.write(`${text}\n`);
  },
};
