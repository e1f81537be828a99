import { readList, readName, readRecord } from "../entry/readRecord.js";
import { Decimal, type DecimalText, readNonNegative } from "../exact/decimal.js";
import {
  readDemandElasticity,
  readInverseSupply,
  readSubstitutionElasticity,
} from "../internal/elasticities.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { oneOf, readClaims } from "../law/readLaw.js";
import type { Baseline } from "../trade/baseline.js";
import type {
  Composition,
  GoodsUnderWay,
  PredictedBesideRealisedOptions,
  Reaction,
  RealisedSteps,
} from "./realisedTypes.js";

/** Checks the steps as far as their own room knows them. */
export function readSteps(steps: RealisedSteps, baseline: Baseline): RealisedSteps {
  const given = readOptions(steps, "steps", [
    "exemptionLists",
    "daysInForce",
    "goodsInTransit",
    "claims",
    "composition",
    "reaction",
  ]);
  oneOf(given.exemptionLists, ["on", "off"], "steps.exemptionLists");
  oneOf(given.daysInForce, ["on", "off"], "steps.daysInForce");
  if (given.goodsInTransit !== "off") readShipments(given.goodsInTransit, baseline);
  if (given.composition !== "off") readComposition(given.composition, baseline);
  if (given.reaction !== "off") readReaction(given.reaction);
  return given.claims === "off" ? given : { ...given, claims: readClaims(given.claims, "steps.claims") };
}

function readReaction(reaction: Reaction): void {
  readOptions(reaction, "steps.reaction", [
    "substitutionElasticity",
    "importDemandElasticity",
    "exportSupplyElasticity",
  ]);
  const path = "steps.reaction";
  readSubstitutionElasticity(reaction.substitutionElasticity, `${path}.substitutionElasticity`);
  readDemandElasticity(reaction.importDemandElasticity, `${path}.importDemandElasticity`);
  readInverseSupply(reaction.exportSupplyElasticity, `${path}.exportSupplyElasticity`);
}

function readShipments(shipments: readonly GoodsUnderWay[], baseline: Baseline): void {
  const sums = new Map<string, Decimal>();
  readList(shipments, "steps.goodsInTransit").forEach((shipment, at) => {
    const path = `steps.goodsInTransit[${at}]`;
    const { exporter, share, days } = readOptions(shipment, path, ["exporter", "share", "days"]);
    if (!(baseline.exporters as readonly string[]).includes(exporter)) {
      throw new TariffError({
        code: "unknown-flow",
        path: `${path}.exporter`,
        received: exporter,
        advice: `Name an exporter as ${baseline.id} does.`,
      });
    }
    if (!Number.isInteger(days) || days < 0 || days > 365) {
      throw new TariffError({
        code: typeof days === "number" ? "out-of-range" : "wrong-type",
        path: `${path}.days`,
        received: days,
        advice: "Give whole days from 0 to 365.",
      });
    }
    const sum = readNonNegative(share, `${path}.share`).plus(sums.get(exporter) ?? 0);
    sums.set(exporter, sum);
    if (sum.lte(1)) return;
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: `${path}.share`,
      received: share,
      advice: "Give shares that together are no more than the whole of the exporter's goods.",
    });
  });
}

function readComposition(composition: Composition, baseline: Baseline): void {
  const path = "steps.composition";
  const { groupOf, customsValue } = readOptions(composition, path, ["groupOf", "customsValue"]);
  const values = readRecord(customsValue, `${path}.customsValue`, readNonNegative);
  const groups = readRecord(groupOf, `${path}.groupOf`, readName);
  if ([...values.values()].reduce((sum, value) => sum.plus(value), new Decimal(0)).isZero()) {
    throw new TariffError({
      code: "empty",
      path: `${path}.customsValue`,
      received: customsValue,
      advice: "Give a value above 0 for one group at least.",
    });
  }
  const products = new Set<string>(baseline.products);
  const stranger = [...groups.keys()].find((code) => !products.has(code));
  if (stranger !== undefined) {
    throw new TariffError({
      code: "unknown-key",
      path: `${path}.groupOf.${stranger}`,
      received: groups.get(stranger),
      advice: "Give groups for the products of the baseline alone.",
    });
  }
  for (const product of baseline.products) {
    const group = groups.get(product);
    if (group !== undefined && values.has(group)) continue;
    throw new TariffError({
      code: "missing-key",
      path: group === undefined ? `${path}.groupOf.${product}` : `${path}.customsValue.${group}`,
      received: group,
      advice: "Give every product of the baseline a group, and every group its value in the month.",
    });
  }
}

/** The group of each flow, and the groups with their values in the month; one group where no composition is given. */
export function groupsOf(
  baseline: Baseline,
  composition: Composition | "off",
): { readonly names: readonly string[]; readonly groupOf: Int32Array } {
  const { product } = baseline.columns;
  if (composition === "off") return { names: ["all"], groupOf: new Int32Array(product.length) };
  const names = Object.keys(composition.customsValue);
  const at = new Map(names.map((name, position) => [name, position]));
  const ofProduct = baseline.products.map((code) => at.get(composition.groupOf[code] as string) as number);
  return { names, groupOf: Int32Array.from(product, (position) => ofProduct[position] as number) };
}

/** The value of each group in the month. */
export const valuesOf = (composition: Composition, names: readonly string[]): readonly Decimal[] =>
  names.map((name) => new Decimal(composition.customsValue[name] as DecimalText));

/** What was collected in the month. */
export function readRealised(realised: PredictedBesideRealisedOptions["realised"]) {
  const given = readOptions(realised, "realised", ["customsValue", "duties"]);
  return {
    customsValue: readNonNegative(given.customsValue, "realised.customsValue"),
    duties: readNonNegative(given.duties, "realised.duties"),
  };
}
