import type { VNode } from 'preact';
import render from 'preact-render-to-string';

/**
 * A part of a drawing, rendered once for all the places in which it stands, to be given to `dangerouslySetInnerHTML`.
 * It is made of elements like any other, so that what it holds is escaped.
 */
export function once(part: VNode): { readonly __html: string } {
  return { __html: render(part) };
}
