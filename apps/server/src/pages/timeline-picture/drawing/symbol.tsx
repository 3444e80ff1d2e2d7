import type { VNode } from 'preact';
import { once } from './once';
import type { Kind } from '../view/view';

/** What tells the kinds apart before any colour does, around 0/0 and 9 units to each side. */
const SHAPES: Readonly<Record<Kind, VNode>> = {
  done: (
    <>
      <circle class="tp-fill" r="8" />
      <path class="tp-inner" d="M-4 .5-1.2 3.3 4-2.8" />
    </>
  ),
  'part-done': (
    <>
      <circle class="tp-line" r="7" />
      <path class="tp-fill" d="M0-7a7 7 0 0 1 0 14z" />
    </>
  ),
  'on-plan': <circle class="tp-line" r="7" />,
  'due-soon': (
    <>
      <circle class="tp-line" r="7" />
      <path class="tp-sign" d="M0-4V0L2.8 1.8" />
    </>
  ),
  moved: (
    <>
      <path class="tp-line" d="M0-8 8 0 0 8-8 0z" />
      <path class="tp-sign" d="M-3.6 0H3.2M.6-2.8 3.4 0 .6 2.8" />
    </>
  ),
  overdue: (
    <>
      <path class="tp-fill" d="M0-8.6 9 7.4H-9z" />
      <path class="tp-inner" d="M0-3.4V2M0 4.6V5" />
    </>
  ),
  'no-end': (
    <>
      <circle class="tp-line" r="7" />
      <path class="tp-sign" d="M-3.6 0H3.2M.6-2.8 3.4 0 .6 2.8" />
    </>
  ),
  proposed: <circle class="tp-line tp-dashed" r="7" />,
  stopped: (
    <>
      <path class="tp-fill" d="M-7.5-7.5h15v15h-15z" />
      <path class="tp-inner" d="M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5" />
    </>
  ),
  'not-done': (
    <>
      <circle class="tp-line" r="7" />
      <path class="tp-sign" d="M-3.4 0H3.4" />
    </>
  ),
  'no-result': <path class="tp-line" d="M-6.5-6.5h13v13h-13z" />,
};

/** The shapes as markup: hundreds of signs are drawn on one page. */
const MARKUP = Object.fromEntries(Object.entries(SHAPES).map(([kind, shape]) => [kind, once(shape)])) as Readonly<
  Record<Kind, ReturnType<typeof once>>
>;

interface Props {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  /** Smaller, for the steps of plans. */
  readonly light?: boolean;
}

/** The sign of a kind, in a drawing. */
export function Symbol({ kind, x, y, light = false }: Props): VNode {
  const scale = light ? ' scale(.78)' : '';
  return (
    <g
      class={`tp-symbol tp-${kind}`}
      transform={`translate(${round(x)} ${round(y)})${scale}`}
      dangerouslySetInnerHTML={MARKUP[kind]}
    />
  );
}

/** The sign of a kind, in a line of text that says the same. */
export function Icon({ kind }: { readonly kind: Kind }): VNode {
  return (
    <svg class="tp-icon" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <Symbol kind={kind} x={0} y={0} />
    </svg>
  );
}

/** Tenths are finer than any screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
