import type { VNode } from 'preact';
import type { Canvas } from '../layout/canvas';
import type { DrawnItem, PlacedLine } from '../layout/drawn-item';
import { hasBoldNote, lineHeight, pitch, space } from '../layout/label';
import { MarksOf } from './marks';
import { once } from './once';
import { round } from './symbol';

interface Props {
  readonly drawn: DrawnItem;
  readonly canvas: Canvas;
  /** Where the rows of the lane begin. */
  readonly top: number;
  /** Upright lines that a label may cross. */
  readonly uprights: readonly number[];
}

/** One milestone or step; its whole field is a link, named by what is seen and then in full sentences. */
export function ItemLink(props: Props): VNode {
  return <g role="listitem" dangerouslySetInnerHTML={once(<LinkOf {...props} />)} />;
}

function LinkOf({ drawn, canvas, top, uprights }: Props): VNode {
  const { item, box, row } = drawn;
  return (
    <a href={item.href} aria-label={nameOf(drawn)} class={item.counted ? 'tp-item' : 'tp-item tp-step'}>
      <rect
        class="tp-field"
        x={round(box.x1 - 3)}
        y={round(top + row * canvas.row + 1)}
        width={round(box.x2 - box.x1 + 6)}
        height={round(box.rows * canvas.row - 2)}
        rx="3"
      />
      <ItemParts drawn={drawn} canvas={canvas} top={top} uprights={uprights} />
    </a>
  );
}

/** Marks and label alone, as on paper. */
export function ItemParts({ drawn, canvas, top, uprights }: Props): VNode {
  const { item, marks, lines, row } = drawn;
  const y = round(top + (row + 1) * canvas.row);
  return (
    <>
      {lines.map((line) => (
        <Line key={line.down} line={line} canvas={canvas} y={y} uprights={uprights} bold={hasBoldNote(item.kind)} />
      ))}
      <MarksOf marks={marks} kind={item.kind} y={y} light={!item.counted} />
    </>
  );
}

interface LineProps {
  readonly line: PlacedLine;
  readonly canvas: Canvas;
  readonly y: number;
  readonly uprights: readonly number[];
  readonly bold: boolean;
}

/** `textLength` holds a line to the room that it was given, whatever typeface or spacing the reader's browser uses. */
function Line({ line, canvas, y, uprights, bold }: LineProps): VNode {
  const { x, width, title, titleWidth, note, noteWidth } = line;
  const middle = y + line.down * pitch(canvas);
  const base = round(middle + canvas.font * 0.35);
  const crosses = uprights.some((upright) => upright > x - 3 && upright < x + width + 3);
  const noteX = title === '' ? x : x + titleWidth + space(canvas);
  return (
    <>
      {crosses && (
        <rect
          class="tp-plate"
          x={round(x - 2)}
          y={round(middle - lineHeight(canvas) / 2)}
          width={round(width + 4)}
          height={round(lineHeight(canvas))}
        />
      )}
      {title !== '' && (
        <text class="tp-title" x={round(x)} y={base} textLength={round(titleWidth)}>
          {title}
        </text>
      )}
      {note !== '' && (
        <text class={bold ? 'tp-note tp-late' : 'tp-note'} x={round(noteX)} y={base} textLength={round(noteWidth)}>
          {note}
        </text>
      )}
    </>
  );
}

/** Begins with what is seen, so that a person who speaks to the computer can say what they read. */
function nameOf({ item }: DrawnItem): string {
  const { title, note, what, sentence } = item;
  return `${title}${note === '' ? '' : ` · ${note}`}. ${what}. ${sentence}`;
}
