import table from './glyph-widths.json';

export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/** For what the typeface has no glyph for: wide enough for the letters and emoji of those that stand in for it. */
const WIDEST_EM = 1.4;

const widths = { regular: emsOf(table.regular), bold: emsOf(table.bold) };

/** How wide a line of text is in Roboto, in the unit of the font's size; kerning could only make it narrower. */
export function widthOf(text: string, { size, bold = false }: Font): number {
  const ems = bold ? widths.bold : widths.regular;
  let sum = 0;
  for (const character of text) sum += ems.get(character) ?? WIDEST_EM;
  return sum * size;
}

function emsOf({ unitsPerEm, runs }: (typeof table)['regular']): ReadonlyMap<string, number> {
  return new Map(
    runs.flatMap(({ from, widths: ofRun }) =>
      ofRun.map((width, n) => [String.fromCodePoint(from + n), width / unitsPerEm] as const),
    ),
  );
}
