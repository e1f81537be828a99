import type { ErrorCode } from "./errorCodes.js";
import { shorten } from "./shorten.js";

/**
 * What is needed to raise a {@link TariffError}.
 *
 * @category Errors
 */
export interface TariffErrorDetails {
  /** The stable code to branch on. */
  readonly code: ErrorCode;
  /** Where the value stands in what was passed, for example `steps[2].rate`; empty for the whole. */
  readonly path: string;
  /** The value that was received; it is stored as a short text. */
  readonly received: unknown;
  /** One sentence that says what to do. */
  readonly advice: string;
}

/** Longer paths come only from keys that nobody meant. */
const longestPath = 200;

/**
 * The one error this package throws.
 *
 * **Result**: `code` is stable and meant for programs; `path` says where the value stands; `received` shows it,
 * shortened; `advice` says what to do. `name` is always `"TariffError"`: test that rather than `instanceof`,
 * which fails between the ESM and the CommonJS copy of a package.
 *
 * @example Branch on the code of an error
 * ```ts
 * import { parseRate, TariffError } from "tariff-whatif";
 *
 * let code = "";
 * try {
 *   parseRate("25");
 * } catch (error) {
 *   if (error instanceof TariffError) code = error.code;
 * }
 * code; // => "not-a-rate"
 * ```
 * @category Errors
 */
export class TariffError extends Error {
  override readonly name = "TariffError";
  readonly code: ErrorCode;
  readonly path: string;
  readonly received: string;
  readonly advice: string;

  constructor({ code, path, received, advice }: TariffErrorDetails) {
    const shown = shorten(received);
    const at = path.length > longestPath ? `${path.slice(0, longestPath - 1)}…` : path;
    super(`${at === "" ? "" : `${at}: `}${advice} Received: ${shown}. [${code}]`);
    this.code = code;
    this.path = at;
    this.received = shown;
    this.advice = advice;
  }
}
