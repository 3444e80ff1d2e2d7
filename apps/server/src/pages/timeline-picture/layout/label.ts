import { widthOf } from '../text/measure';
import { balanced, wrap } from '../text/wrap';
import type { ItemView } from '../view/view';
import type { Canvas } from './canvas';

/** One line of a label: a piece of the title, the note behind it, or both. */
export interface LabelLine {
  readonly title: string;
  readonly titleWidth: number;
  readonly note: string;
  readonly noteWidth: number;
}

type Labelled = Pick<ItemView, 'title' | 'note' | 'kind'>;

const SEPARATOR = '· ';
const TITLE_LINES = 2;

/** The title on at most two lines; the note follows where it fits, else on a line of its own. */
export function labelOf({ title, note, kind }: Labelled, canvas: Canvas): LabelLine[] {
  const titleFont = { size: canvas.font };
  const font = { size: canvas.noteFont, bold: hasBoldNote(kind) };
  const noted = note === '' ? 0 : widthOf(` ${SEPARATOR}${note}`, font);
  const lines = balanced(wrap(title, titleFont, canvas.label, TITLE_LINES), titleFont, noted).map((text) => ({
    ...{ title: text, titleWidth: widthOf(text, titleFont), note: '', noteWidth: 0 },
  }));
  const last = lines.at(-1);
  if (note === '' || !last) return lines;
  const added = {
    note: `${SEPARATOR}${note}`,
    noteWidth: widthOf(`${SEPARATOR}${note}`, font),
  };
  if (last.titleWidth + space(canvas) + added.noteWidth <= canvas.labelWithNote)
    return [...lines.slice(0, -1), { ...last, ...added }];
  return [...lines, { title: '', titleWidth: 0, note, noteWidth: widthOf(note, font) }];
}

export function lineWidth({ title, titleWidth, note, noteWidth }: LabelLine, canvas: Canvas): number {
  return titleWidth + noteWidth + (title !== '' && note !== '' ? space(canvas) : 0);
}

/** Between title and note. */
export function space({ font }: Canvas): number {
  return widthOf(' ', { size: font });
}

export function hasBoldNote(kind: ItemView['kind']): boolean {
  return kind === 'overdue';
}

/** From the middle of one line of a label to the middle of the next. */
export function pitch({ font }: Canvas): number {
  return (font * 7) / 6;
}

/** From the highest accent to the lowest descender. */
export function lineHeight({ font }: Canvas): number {
  return font * 1.16;
}
