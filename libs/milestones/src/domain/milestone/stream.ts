const KIND = 'milestone';

/** Name of a milestone's stream. */
export function milestoneStream(partnership: string, milestone: string): string {
  return `${partnership}/${KIND}/${milestone}`;
}

/** The milestone that a stream is about, or null when it is about something else. */
export function milestoneOfStream(stream: string): string | null {
  const [, kind, id, ...more] = stream.split('/');
  return kind === KIND && id && more.length === 0 ? id : null;
}
