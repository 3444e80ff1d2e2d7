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

/**
 * Two lines of more even length, so that no word stands alone below a long line; other numbers of lines stay as they
 * are. Neither becomes wider than the first was.
 * @param more what stands behind the last line, in the unit of the font's size
 */
export function balanced(lines: readonly string[], font: Font, more = 0): readonly string[] {
  const [first, second] = lines;
  if (lines.length !== 2 || first === undefined || second === undefined) return lines;
  const space = first.lastIndexOf(' ');
  if (space <= 0) return lines;
  const [above, below] = [first.slice(0, space), `${first.slice(space + 1)} ${second}`];
  return widthOf(below, font) + more <= widthOf(above, font) ? balanced([above, below], font, more) : lines;
}
