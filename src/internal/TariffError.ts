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
  /** The other things wrong with the same value, where they were looked for. */
  readonly others?: readonly TariffError[];
}

/**
 * One thing wrong with a value.
 *
 * @category Errors
 */
export interface TariffIssue {
  /** The stable code to branch on. */
  readonly code: ErrorCode;
  /** Where the value stands in what was passed; empty for the whole. */
  readonly path: string;
  /** The value that was received, shortened. */
  readonly received: string;
  /** One sentence that says what to do. */
  readonly advice: string;
}

/** Longer paths come only from keys that nobody meant. */
const longestPath = 200;

/** Advice that names what is known, and is told of names that are a megabyte long, is cut off. */
const longestAdvice = 1_000;

/** A registered symbol is the same in every copy of the package. */
const mark = /* @__PURE__ */ Symbol.for("tariff-whatif/error");

/**
 * The one error this package throws.
 *
 * **Result**: `code` is stable and meant for programs; `path` says where the value stands; `received` shows it,
 * shortened; `advice` says what to do; `issues` lists all that is wrong with a file, this first. `name` is always `"TariffError"`. `instanceof` holds across the ESM and the CommonJS copy of the
 * package too; an error that came through a structured clone or JSON is no longer one.
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
  /** Everything wrong that was found, in the order of the value, up to 100; the first is the error itself. */
  readonly issues: readonly TariffIssue[];

  constructor({ code, path, received, advice: whole, others = [] }: TariffErrorDetails) {
    const shown = shorten(received);
    const advice = whole.length > longestAdvice ? `${whole.slice(0, longestAdvice - 1)}…` : whole;
    const at = path.length > longestPath ? `${path.slice(0, longestPath - 1)}…` : path;
    super(`${at === "" ? "" : `${at}: `}${advice} Received: ${shown}. [${code}]`);
    Object.defineProperty(this, mark, { value: true });
    this.code = code;
    this.path = at;
    this.received = shown;
    this.advice = advice;
    this.issues = Object.freeze([
      Object.freeze({ code, path: at, received: shown, advice }),
      ...others.flatMap((other) => other.issues),
    ]);
  }

  /** Holds for the errors of every copy of the package; a class derived from this one keeps its own instances. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A derived class is asked here too, as `this`. By what it owns, not by its name: a class that names itself is renamed
    // by bundlers, and errors print that name.
    if (!Object.hasOwn(this, Symbol.hasInstance)) {
      return Function.prototype[Symbol.hasInstance].call(this, value);
    }
    return typeof value === "object" && value !== null && Object.hasOwn(value, mark);
  }
}
