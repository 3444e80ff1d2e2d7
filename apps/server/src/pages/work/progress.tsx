import type { VNode } from 'preact';
import type { Live } from './live';
import { workWords } from './words';

interface Props {
  readonly live: Live;
  /** Of the page itself; the stream lies below it. */
  readonly address: string;
}

/** How far work is. Loading the page again shows the newest; a script does so by itself. */
export function Progress({ live, address }: Props): VNode {
  const words = workWords();
  const { text, done, total } = live;
  const known = total === null || total === 0 ? {} : { max: total, value: Math.min(done, total) };
  return (
    <div class="pt-work" data-live={`${address}/progress`}>
      <p class="pt-lead" id="how-far" data-words>
        {text}
      </p>
      <progress aria-labelledby="how-far" {...known} />
      <p class="visually-hidden" role="status" />
      <p>
        <a href={address}>{words.lookAgain}</a>. {words.live}
      </p>
    </div>
  );
}
