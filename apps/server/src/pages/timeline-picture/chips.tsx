import type { VNode } from 'preact';
import { Icon } from './drawing/symbol';
import type { TimelineView } from './view/view';

/** How many milestones stand how: `18 done`, `10 on plan`. Nothing, where there are none. */
export function TimelineChips({ view }: { readonly view: TimelineView }): VNode | null {
  if (view.chips.length === 0) return null;
  return (
    <ul class="tp-chips">
      {view.chips.map(({ kind, count, words }) => (
        <li key={kind}>
          <Icon kind={kind} />{' '}
          <span>
            <strong>{count}</strong> {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
