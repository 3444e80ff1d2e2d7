import type { ThemeView } from '@promise/partnerships';
import type { VNode } from 'preact';
import { foundationsOf } from '../settings/foundations-of';
import { frontWords } from './words';

/** The partnership's own themes, and the foundations that they belong to; nothing where it has none. */
export function OwnThemes({ themes }: { readonly themes: readonly ThemeView[] }): VNode | null {
  const words = frontWords();
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{words.ownThemes}</h2>
      <p>{words.ownThemesWhy}</p>
      <ul>
        {themes.map((theme) => (
          <li key={theme.key}>
            {theme.title}: {foundationsOf(theme)}. {theme.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
