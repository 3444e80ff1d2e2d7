/** The answer to a command: where its events stand. The same for a repeat of the same command. */
export interface Recorded {
  readonly stream: string;
  /** Version of the stream after the command: what `ETag` says. */
  readonly version: number;
  /** Position of the command's last event; null when the command changed nothing in an empty stream. */
  readonly position: string | null;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}
