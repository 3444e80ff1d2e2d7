import type { VNode } from 'preact';
import render from 'preact-render-to-string';

/**
 * A part of a drawing, rendered once for all the places in which it stands, to be given to `dangerouslySetInnerHTML`.
 * It is made of elements like any other, so that what it holds is escaped.
 */
export function once(part: VNode): { readonly __html: string } {
  return { __html: flat(render(part)) };
}

/** One string in place of the many small ones that rendering joins: reading one number from it makes V8 copy them. */
function flat(text: string): string {
  Number(text);
  return text;
}
