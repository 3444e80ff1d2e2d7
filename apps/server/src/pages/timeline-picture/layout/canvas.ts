/** Measures of a drawing, in its own units: on the screen it is scaled as a whole, on paper a unit is 1/96 inch. */
export interface Canvas {
  readonly width: number;
  /** Where time begins: to the left of it stand the names of the lanes. */
  readonly left: number;
  /** What is kept free at the right edge. */
  readonly right: number;
  readonly font: number;
  readonly noteFont: number;
  /** Height of a row; an item with one line of label fills two. */
  readonly row: number;
  /** No line of a title is wider. */
  readonly label: number;
  /** No line with a note behind the title is wider. */
  readonly labelWithNote: number;
  /** Half the width of a symbol. */
  readonly radius: number;
  /** Of one sheet; the screen has no end. */
  readonly height: number;
}

export const SCREEN: Canvas = {
  width: 1120,
  left: 168,
  right: 14,
  font: 15,
  noteFont: 13.5,
  row: 15,
  label: 290,
  labelWithNote: 370,
  radius: 9,
  height: Infinity,
};

/** A landscape sheet of A4 with margins of 12 mm; 16 units are 12 point. */
export const SHEET: Canvas = {
  width: 1030,
  left: 200,
  right: 14,
  font: 16,
  noteFont: 16,
  row: 16,
  label: 310,
  labelWithNote: 400,
  radius: 9,
  height: 702,
};
