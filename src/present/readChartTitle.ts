import { TariffError } from "../internal/TariffError.js";

/** Reads the title of a chart: one line that fits. */
export function readChartTitle(title: unknown, path: string): string {
  if (typeof title === "string" && title.trim() !== "" && title.length <= 200) return title;
  throw new TariffError({
    code: typeof title === "string" ? "too-long" : "wrong-type",
    path,
    received: title,
    advice: "Give a title of 1 to 200 characters.",
  });
}
