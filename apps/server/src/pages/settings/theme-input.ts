import type { ThemeView } from '@promise/partnerships';

/** A theme as it is, in the words of the command; without its key, which its title stands for. */
export function themeInput({ title, primary, also, reason }: Omit<ThemeView, 'key'>): object {
  return {
    title,
    ...(primary === null ? {} : { primary }),
    ...(also.length === 0 ? {} : { also: [...also] }),
    ...(reason === null ? {} : { reason }),
  };
}
