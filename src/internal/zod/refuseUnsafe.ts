import { isRecord } from "../isRecord.js";
import { TariffError } from "../TariffError.js";

const unsafe = new Set(["__proto__", "constructor", "prototype"]);
const deepest = 40;
/** The largest input is 500,000 flows with five keys each. */
const mostValues = 4_000_000;
/**
 * Parameters, economies: no object that a schema reads has as many. Each key that is wrong costs an error with its advice.
 * A table by product may be a whole tariff schedule; it has a limit of its own and is refused at its first wrong line.
 */
const mostKeys = 10_000;

/**
 * Looks through what came from outside before anything else reads it: refuses keys that could change how objects work,
 * nesting too deep to be meant (a cycle among it) and more values than any of our inputs has. It calls no getter twice
 * and never recurses without bound.
 */
export function refuseUnsafe(value: unknown): void {
  let seen = 0;
  const look = (inner: unknown, path: string, depth: number): void => {
    if (typeof inner !== "object" || inner === null) return;
    if (depth > deepest) {
      throw new TariffError({
        code: "too-long",
        path: path.slice(0, 80),
        received: inner,
        advice: `Nest at most ${deepest} levels; a value that contains itself cannot be read.`,
      });
    }
    if (!Array.isArray(inner) && !isRecord(inner)) {
      throw new TariffError({
        code: "wrong-type",
        path,
        received: inner,
        advice: "Pass plain JSON: what a date, map or set holds does not stand in keys.",
      });
    }
    if (Array.isArray(inner) && inner.length > mostValues) {
      throw new TariffError({
        code: "too-long",
        path,
        received: inner,
        advice: `Pass at most ${mostValues} values.`,
      });
    }
    if (Array.isArray(inner) && Object.keys(inner).length !== inner.length) {
      throw new TariffError({
        code: "wrong-type",
        path,
        received: inner,
        advice: "Pass a list without gaps and without keys of its own.",
      });
    }
    const keys = Object.getOwnPropertyNames(inner);
    if (!Array.isArray(inner) && keys.length > mostKeys && !path.endsWith(".byProduct")) {
      throw new TariffError({
        code: "too-long",
        path: path.slice(0, 80),
        received: inner,
        advice: `Give an object of at most ${mostKeys} keys.`,
      });
    }
    for (const key of keys) {
      seen += 1;
      if (seen > mostValues) {
        throw new TariffError({
          code: "too-long",
          path: "",
          received: value,
          advice: "Pass a smaller value: this one has more than four million entries.",
        });
      }
      const at = Array.isArray(inner) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
      if (unsafe.has(key)) {
        throw new TariffError({
          code: "unsafe-key",
          path: at,
          received: key,
          advice: "Remove this key; it could change how objects work.",
        });
      }
      look((inner as Record<string, unknown>)[key], at, depth + 1);
    }
  };
  look(value, "", 0);
}
