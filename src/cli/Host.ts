/** What the commands need of the machine; tests pass their own. */
export interface Host {
  /** Writes the answer. */
  readonly out: (text: string) => void;
  /** Writes what is not the answer. */
  readonly err: (text: string) => void;
  /** Whether somebody looks at what is written to stderr: progress is shown to people only. */
  readonly watched: boolean;
  /** Whether words are set off by colour on stdout and stderr: on a terminal, unless NO_COLOR says no. */
  readonly colours: { readonly out: boolean; readonly err: boolean };
  /** Whether stdin is a terminal: nothing would ever come. */
  readonly typed: boolean;
  /** All of stdin. */
  readonly stdin: () => Promise<Uint8Array>;
}
