import { TariffError } from "../internal/TariffError.js";

/** Ends a read that the caller has stopped; `whole` is what is read. */
export function requireGoing(
  signal: { readonly aborted: boolean } | undefined,
  rows: number,
  whole: "file" | "table",
): void {
  if (signal?.aborted !== true) return;
  throw new TariffError({
    code: "aborted",
    path: "signal",
    received: `after ${rows} rows`,
    advice: `Start again when the whole ${whole} is wanted.`,
  });
}
