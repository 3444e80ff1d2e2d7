const KIND = 'review';

/** Name of a review's stream. */
export function reviewStream(partnership: string, review: string): string {
  return `${partnership}/${KIND}/${review}`;
}

/** The review that a stream is about, or null when it is about something else. */
export function reviewOfStream(stream: string): string | null {
  const [, kind, id, ...more] = stream.split('/');
  return kind === KIND && id && more.length === 0 ? id : null;
}
