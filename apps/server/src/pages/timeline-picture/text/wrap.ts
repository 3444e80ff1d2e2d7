import { type Font, widthOf } from './measure';

const ELLIPSIS = '…';

/**
 * Breaks a text into at most so many lines, between words where it can; what is left over becomes an ellipsis.
 * No line is wider than `width`.
 */
export function wrap(text: string, font: Font, width: number, atMost: number): string[] {
  const lines: string[] = [];
  let left = text.trim().replace(/\s+/gu, ' ');
  while (left !== '') {
    const line = fitting(left, font, width);
    if (lines.length === atMost - 1 && line !== left) return [...lines, cut(left, font, width)];
    lines.push(line);
    left = left.slice(line.length).trimStart();
  }
  return lines;
}

/** As many whole words as fit, or as much of the first word. */
function fitting(text: string, font: Font, width: number): string {
  const start = startFitting(text, font, width);
  if (start === text || text.startsWith(' ', start.length)) return start;
  const space = start.lastIndexOf(' ');
  return space > 0 ? start.slice(0, space) : start;
}

function startFitting(text: string, font: Font, width: number): string {
  let [used, length] = [0, 0];
  for (const character of text) {
    used += widthOf(character, font);
    if (used > width && length > 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

function cut(text: string, font: Font, width: number): string {
  return `${fitting(text, font, width - widthOf(ELLIPSIS, font)).replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`;
}
