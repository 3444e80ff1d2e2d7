import type { Day } from '@promise/kernel';
import type { ComponentChildren } from 'preact';
import type { NavigationKey } from './navigation';

/** One page, without the frame around it. */
export interface Page {
  /** The page's `h1` in words; the title of the document adds where it stands. */
  readonly title: string;
  readonly content: ComponentChildren;
  /** 200 where nothing is said. */
  readonly status?: number;
  /** Something typed is wrong: the title begins with "Error:". */
  readonly hasErrors?: boolean;
  /** The item of the navigation that the page belongs to. */
  readonly here?: NavigationKey;
  /** One line in a box above the content: what was just done. */
  readonly notice?: string;
  /** The day and the moment that the page is about, where it is not now. */
  readonly view?: PageView;
  /** Holds a secret that is shown once: no browser keeps it on its disk. */
  readonly isSecret?: true;
  /** Use the whole width of the window, for the timeline. */
  readonly wide?: boolean;
  /** Address of a script that adds to the page; without it the page works as well. */
  readonly script?: string;
  /** Further links to skip to, before the content. */
  readonly skipTo?: readonly { readonly href: string; readonly text: string }[];
}

/** Which day a page shows and as known when; what the person did not say is absent. */
export interface PageView {
  readonly asAt?: Day;
  /** A day, or a moment. */
  readonly knownAt?: string;
  /** The same page as it is today. */
  readonly today: string;
}
