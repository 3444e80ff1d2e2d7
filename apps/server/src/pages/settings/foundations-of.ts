import type { ThemeView } from '@promise/partnerships';
import { listed } from '../frame/messages';
import { foundationWords } from '../record/foundations';
import { settingsWords } from './words';

/** “Voice and Rights”: that to which a theme belongs first of all comes first. */
export function foundationsOf({ primary, also }: Pick<ThemeView, 'primary' | 'also'>): string {
  if (primary === null) return settingsWords().notMapped;
  const names = foundationWords();
  return listed([primary, ...also].map((key) => names[key].name));
}
