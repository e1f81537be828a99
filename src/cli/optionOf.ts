import type { TariffError } from "tariff-whatif";
import { spelled } from "./readFigures.js";

/** Where a value stands in what the library was given, and the option that gave it. */
const options: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^(by|against|show|parameter|tolerance|target)\b/, (name) => `--${name}`],
  [/^indicators\b/, () => "--indicator"],
  [/^bracket\b/, () => "--between"],
  [/^values\[/, () => "--values"],
  [/^values\.(\w+)/, (name) => `--set ${name}`],
  [/^assumptions\.(\w+)/, (name) => `--assume ${name}`],
  [/^measurement\.(dimension|key|indicator)/, (name) => `--${name}`],
  [/^measurement$/, () => "--dimension, --key, --indicator"],
  [/^(importer|exporter|product|on|base)\b/, (name) => `--${name}`],
  [/^file\.(\w+)$/, spelled],
  [/^repeatedFlows$/, () => "--repeated-flows"],
];

/** The option that a refused value came from; nothing where the files or the question itself are at fault. */
export function optionOf({ code, path }: TariffError): string | undefined {
  if (code === "target-not-reached") return undefined;
  for (const [place, name] of options) {
    const [whole, ...found] = place.exec(path) ?? [];
    if (whole !== undefined) return name(...found);
  }
  return undefined;
}
