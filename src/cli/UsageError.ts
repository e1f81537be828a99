/** What the user wrote on the command line cannot be carried out: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Files hold mistakes: each its own line on stderr, exit code 1, or 2 where one of them could not be read at all. */
export class MistakesError extends Error {
  override readonly name = "MistakesError";

  constructor(
    readonly lines: readonly string[],
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(lines.join("\n"));
  }
}
