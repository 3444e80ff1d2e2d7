import type { VNode } from 'preact';
import { KINDS, type Section } from '../view/view';
import { pictureWords, statusWords } from '../words';
import { Bar } from './marks';
import { Icon, Symbol } from './symbol';

const words = pictureWords();

/** What the signs mean: those that the section uses. */
export function Key({ section }: { readonly section: Section }): VNode {
  const items = section.lanes.flatMap((lane) => lane.items.filter(({ place }) => place !== null));
  const places = items.flatMap(({ place }) => (place ? [place] : []));
  const hasOpen = places.some(({ open }) => open);
  // The bar without an end is shown with its sign.
  const kinds = KINDS.filter((kind) => items.some((item) => item.kind === kind) && !(kind === 'no-end' && hasOpen));
  return (
    <ul class="tp-key">
      {kinds.map((kind) => (
        <li key={kind}>
          <Icon kind={kind} /> {statusWords()[kind]}
        </li>
      ))}
      {places.some(({ ghost }) => ghost !== null) && (
        <>
          <li>
            <Sample width={20} drawn={<circle class="tp-ghost" cx="10" cy="10" r="6" />} /> {words.firstPlanned}
          </li>
          <li>
            <Sample width={36} drawn={<path class="tp-move" d="M2 10H34M18 5V15" />} /> {words.howFar}
          </li>
        </>
      )}
      {places.some(({ from, open }) => from !== null && !open) && (
        <li>
          <Sample width={36} drawn={<Bar x1={2} x2={34} y={10} open={false} kind="on-plan" />} /> {words.span}
        </li>
      )}
      {hasOpen && (
        <li>
          <Sample width={68} drawn={<OpenBar />} /> {words.noEndBar}
        </li>
      )}
    </ul>
  );
}

function OpenBar(): VNode {
  return (
    <>
      <Bar x1={10} x2={66} y={10} open kind="no-end" />
      <Symbol kind="no-end" x={10} y={10} />
    </>
  );
}

function Sample({ width, drawn }: { readonly width: number; readonly drawn: VNode }): VNode {
  return (
    <svg class="tp-icon" viewBox={`0 0 ${width} 20`} width={width} height="20" aria-hidden="true" focusable="false">
      {drawn}
    </svg>
  );
}
