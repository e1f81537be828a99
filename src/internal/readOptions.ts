import { perhaps } from "./nearestSpelling.js";
import { TariffError } from "./TariffError.js";

const unsafe = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Checks that a value is a plain object with the required keys, perhaps some optional ones and no others, and returns
 * it; a key that is present with the value `undefined` counts as absent.
 */
export function readOptions<T extends object>(
  value: T,
  path: string,
  required: readonly (keyof T & string)[],
  optional: readonly (keyof T & string)[] = [],
): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: `Pass an object with the keys ${(required.length > 0 ? required : optional).join(", ")}.`,
    });
  }
  const record = value as Record<string, unknown>;
  const known = [...required, ...optional];
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  for (const key of Object.getOwnPropertyNames(record)) {
    if ((known as readonly string[]).includes(key)) continue;
    throw new TariffError({
      code: unsafe.has(key) ? "unsafe-key" : "unknown-key",
      path: at(key),
      received: record[key],
      advice: `${perhaps(key, known)}Remove this key; the known keys are ${known.join(", ")}.`,
    });
  }
  for (const key of required) {
    if (Object.hasOwn(record, key) && record[key] !== undefined) continue;
    throw new TariffError({
      code: "missing-key",
      path: at(key),
      received: undefined,
      advice: "Add this key; it has no default.",
    });
  }
  return value;
}
