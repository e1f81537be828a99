/** What the user wrote on the command line cannot be carried out: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file was read and holds mistakes: each its own line on stderr, exit code 1. */
export class MistakesError extends Error {
  override readonly name = "MistakesError";

  constructor(readonly lines: readonly string[]) {
    super(lines.join("\n"));
  }
}
