import { requirePartner } from "../../economies/partner.js";
import { Decimal, readNonNegative } from "../../exact/decimal.js";
import { readHsCode } from "../../goods/hsCode.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type ReadLine, readEntries } from "./readLines.js";
import type { TariffAveragesOptions } from "./tariffLine.js";

/** Which lines count. */
export function readOver(
  over: TariffAveragesOptions["over"],
  lines: readonly ReadLine[],
): (line: ReadLine) => boolean {
  if (over === "all") return () => true;
  if (over === "dutiable") return ({ rate }) => rate.gt(0);
  const { coveredBy } = readOptions(over, "over", ["coveredBy"]);
  const known = new Set(lines.flatMap(({ stated }) => stated));
  const names = new Set(
    readEntries(coveredBy, "over.coveredBy").map((name, at) => {
      if (known.has(name)) return name;
      throw new TariffError({
        code: "unknown-authority",
        path: `over.coveredBy[${at}]`,
        received: name,
        advice: "Name an authority that states a rate on one line at least.",
      });
    }),
  );
  return ({ stated }) => stated.some((name) => names.has(name));
}

/** What each line weighs. */
export function readWeights(weights: TariffAveragesOptions["weights"]): (line: ReadLine) => Decimal {
  const one = new Decimal(1);
  if (weights === "simple") return () => one;
  if (weights === "imports") return ({ value }) => value;
  const { importsOf } = readOptions(weights, "weights", ["importsOf"]);
  const table = new Map<string, Decimal>();
  readEntries(importsOf, "weights.importsOf").forEach((entry, at) => {
    const path = `weights.importsOf[${at}]`;
    const { exporter, product, customsValue } = readOptions(
      entry,
      path,
      ["product", "customsValue"],
      ["exporter"],
    );
    const key = keyOf(
      exporter === undefined ? undefined : requirePartner(exporter, `${path}.exporter`),
      readHsCode(product, `${path}.product`),
    );
    if (table.has(key)) {
      throw new TariffError({
        code: "duplicate-flow",
        path,
        received: key,
        advice: "Give each product, or each product of an exporter, once.",
      });
    }
    table.set(key, readNonNegative(customsValue, `${path}.customsValue`));
  });
  const zero = new Decimal(0);
  return ({ exporter, product }) =>
    table.get(keyOf(exporter, product)) ?? table.get(keyOf(undefined, product)) ?? zero;
}

const keyOf = (exporter: string | undefined, product: string): string => `${exporter ?? "any"} ${product}`;
