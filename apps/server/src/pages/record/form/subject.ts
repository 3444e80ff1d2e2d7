/** What a form is about, as it was when it was opened. */
export interface Subject<View> {
  readonly view: View;
  /** What it is called, above the heading; absent for something new. */
  readonly name?: string;
  /** Where its events stand, and how many there were less one; absent for something new. */
  readonly stream?: string;
  readonly version?: number;
  /** The page to go back to. */
  readonly home: string;
}
