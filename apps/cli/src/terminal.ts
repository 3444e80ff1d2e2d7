/** Answers go to standard output, progress and faults to standard error, so that answers can be piped. */
export interface Terminal {
  answer(text: string): void;
  say(text: string): void;
  /** How far something is: one line that is written over in a terminal, a line each elsewhere. */
  progress(text: string): void;
}

const ERASE_LINE = '\r\u001b[K';

/** Whether a line of progress stands in the terminal, to be written over by whatever comes next. */
let standing = false;

export const terminal: Terminal = {
  answer: (text) => {
    erase();
    process.stdout.write(`${text}\n`);
  },
  say: (text) => {
    erase();
    process.stderr.write(`${text}\n`);
  },
  progress: (text) => {
    erase();
    standing = process.stderr.isTTY;
    process.stderr.write(standing ? text : `${text}\n`);
  },
};

function erase(): void {
  if (standing) process.stderr.write(ERASE_LINE);
  standing = false;
}
