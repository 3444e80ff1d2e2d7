import type { Timeline } from '@promise/timeline';
import type { Page } from '../frame/page';
import type { View } from '../frame/view';
import { frontWords } from './words';

/** How the partnership is doing: the message in words first. */
export function frontPage(timeline: Timeline, view: View): Page {
  const words = frontWords();
  return {
    title: words.title,
    here: 'front',
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <h1>{words.title}</h1>
        <p class="pt-lead">{timeline.message}</p>
      </>
    ),
  };
}
