const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Does something now and then once a day.
 * @param onFailure told of each failure; the next day it is tried again
 * @returns ends it, once what is under way is over
 */
export function daily(work: () => Promise<void>, onFailure: (error: unknown) => void): () => Promise<void> {
  let underWay = Promise.resolve();
  const begin = (): void => {
    underWay = underWay.then(work).catch(onFailure);
  };
  begin();
  const timer = setInterval(begin, DAY_MS);
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
