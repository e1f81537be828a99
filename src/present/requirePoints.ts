import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";

/** Refuses a list of points that is none, too long, or holds what is no number. */
export function requirePoints(points: unknown, numbers: readonly string[], path: string): void {
  const demand = (holds: boolean, at: string, received: unknown, advice: string): void => {
    if (holds) return;
    throw new TariffError({ code: "wrong-type", path: at, received, advice });
  };
  Array.from(requireAtMost(points as readonly unknown[], "values", path)).forEach((point, index) => {
    const at = `${path}[${index}]`;
    demand(isRecord(point), at, point, `Give an object with ${numbers.join(", ")}.`);
    for (const name of numbers) {
      const value = name
        .split(".")
        .reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), point);
      requireFinite(value, `${at}.${name}`);
    }
  });
}
