import type { VNode } from 'preact';
import { ownDataWords } from './own-data.words';

const words = ownDataWords();

/** The way to everything that is kept about somebody, for themselves. */
export function OwnData(): VNode {
  return (
    <>
      <h2 id="own-data">{words.title}</h2>
      <p>{words.intro}</p>
      <p>
        <a href="/api/v1/own-data" download>
          {words.download}
        </a>
      </p>
    </>
  );
}
