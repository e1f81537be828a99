import { isRecord } from "../internal/isRecord.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";

const mostPoints = 10_000;

/** Refuses a list of points that is none, too long, or holds what is no number. */
export function requirePoints(points: unknown, numbers: readonly string[], path: string): void {
  const demand = (holds: boolean, at: string, received: unknown, advice: string): void => {
    if (holds) return;
    throw new TariffError({ code: "wrong-type", path: at, received, advice });
  };
  demand(
    Array.isArray(points) && points.length <= mostPoints,
    path,
    points,
    `Give a list of at most ${mostPoints} entries.`,
  );
  [...(points as readonly unknown[])].forEach((point, index) => {
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
