import { requirePartner } from "../../../economies/partner.js";
import type { Concordance, ConcordanceSplit } from "../../../goods/concordance/commodities.js";
import { readHsCode } from "../../../goods/hsCode.js";
import { requireList } from "../../../internal/numericColumns.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireShare } from "../../../internal/requireShare.js";
import { TariffError } from "../../../internal/TariffError.js";
import { requireRecord } from "../requireRecord.js";
import { refuseTwice } from "./readNamed.js";
import { requireCode } from "./requireCode.js";

const most = 500_000;

/** Copies a concordance: rules by HS prefix, and splits of coarser codes. */
export function readConcordance(value: Concordance, commodities: ReadonlySet<string>): Concordance {
  const read = readOptions(value, "concordance", ["rules", "splits"]);
  const entries = Object.entries(requireRecord(read.rules, "concordance.rules"));
  requireShort(entries, "concordance.rules");
  const seen = new Set<string>();
  const rules = entries.map(([prefix, commodity]) => {
    const path = `concordance.rules.${prefix.slice(0, 40)}`;
    const code = readHsCode(prefix, path);
    refuseTwice(seen, code, path);
    return [code, commodity === null ? null : requireCode(commodity, commodities, path)] as const;
  });
  requireShort(requireList(read.splits, "concordance.splits"), "concordance.splits");
  const splits = Array.from(read.splits, (split, at) =>
    readSplit(split, `concordance.splits[${at}]`, commodities, seen),
  );
  return { rules: Object.fromEntries(rules), splits };
}

function readSplit(
  value: ConcordanceSplit,
  path: string,
  commodities: ReadonlySet<string>,
  seen: Set<string>,
): ConcordanceSplit {
  const read = readOptions(value, path, ["code", "exporter", "shares"]);
  const code = readHsCode(read.code, `${path}.code`);
  const exporter = read.exporter === null ? null : requirePartner(read.exporter, `${path}.exporter`);
  refuseTwice(seen, `${code} ${exporter ?? "*"}`, path);
  const shares = Object.entries(requireRecord(read.shares, `${path}.shares`)).map(([commodity, share]) => {
    const at = `${path}.shares.${commodity.slice(0, 40)}`;
    return [requireCode(commodity, commodities, at), requireShare(share, at)] as const;
  });
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  // Shares that are rounded for print may be a little more than the whole.
  if (sum <= 1.01) return { code, exporter, shares: Object.fromEntries(shares) };
  throw new TariffError({
    code: "does-not-add-up",
    path: `${path}.shares`,
    received: sum,
    advice: `The shares of ${code} must not add up to more than 1.`,
  });
}

function requireShort(list: { readonly length: number }, path: string): void {
  if (list.length <= most) return;
  throw new TariffError({
    code: "too-long",
    path,
    received: list.length,
    advice: `Give at most ${most} entries.`,
  });
}
