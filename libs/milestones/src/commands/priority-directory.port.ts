/** Which lines of plans there are: what a milestone may cite. */
export abstract class PriorityDirectory {
  /** Those of the ids that are no priority of the partnership's plans. */
  abstract missing(partnership: string, ids: readonly string[]): Promise<string[]>;
}
