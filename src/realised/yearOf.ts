import { TariffError } from "../internal/TariffError.js";
import type { LawThroughOptions } from "../law/lawThrough.js";
import type { Baseline } from "../trade/baseline.js";
import type { LawPart } from "./lawOfTrade.js";
import { type LawWanted, lawSource } from "./lawParts.js";
import { type OrdinaryDuties, ordinaryDuties } from "./ordinaryDuties.js";

/** The trade of a year with its duties taken apart, and the laws that it is asked with. */
export interface YearOfTrade {
  readonly own: OrdinaryDuties;
  readonly partsOf: (wanted: LawWanted) => readonly LawPart[];
}

type Facts = Pick<LawThroughOptions, "confidence" | "metalShares" | "northAmericanClaims">;

/** Kept for a baseline: months are asked for one after the other, with few sets of facts. */
const most = 3;
const known = /* @__PURE__ */ new WeakMap<Baseline, ReadonlyMap<string, YearOfTrade>>();

/** The year of a baseline under some facts; worked out at the first question. */
export function yearOf(baseline: Baseline, facts: Facts): YearOfTrade {
  const partsOf = lawSource(facts);
  const year = { from: `${baseline.year}-01-01`, to: `${baseline.year}-12-31` } as const;
  // The law reads the facts, so that what follows can write them down as a key.
  const [law] = partsOf({ ...year, exemptionLists: "applied", shipments: [], claims: undefined });
  const key = JSON.stringify(facts);
  const before = known.get(baseline)?.get(key);
  if (before !== undefined) return before;
  const made = { own: ordinaryDuties(baseline, law?.spells ?? []), partsOf };
  known.set(baseline, new Map([...(known.get(baseline) ?? []), [key, made] as const].slice(-most)));
  return made;
}

/** Refuses trade that the law of the United States says nothing of. */
export function requireUnitedStates({ importers, year }: Baseline): void {
  if (importers.length !== 1 || importers[0] !== "USA") {
    throw new TariffError({
      code: "mixed-scopes",
      path: "baseline",
      received: importers.join(", "),
      advice: "Give imports of the United States: the law is theirs.",
    });
  }
  if (year >= 2018 && year <= 2025) return;
  throw new TariffError({
    code: "out-of-range",
    path: "baseline",
    received: year,
    advice: "Give trade of a year from 2018 to 2025: of others the package does not know the law.",
  });
}
