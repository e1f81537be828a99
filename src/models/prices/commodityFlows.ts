import { allot, hasOwnSplit, hasOwnSplits } from "../../goods/concordance/commodities.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Baseline } from "../../trade/baseline.js";
import { columnNumbers, scaledDecimal } from "../../trade/columns/amountColumn.js";
import { flowColumns } from "../../trade/columns/flowColumns.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { AdditionalByGroup } from "../additionalByGroup.js";

/** The flows of a baseline by commodity, as columns: the entries of flow k stand at start[k] to start[k + 1]. */
export interface CommodityFlows {
  readonly start: Int32Array;
  readonly commodity: Int32Array;
  readonly share: Float64Array;
  /** Flows with the same commodities and shares are one group; the first group holds what is not the economy's own. */
  readonly groupOf: Int32Array;
  readonly groups: readonly { readonly at: readonly number[]; readonly shares: readonly number[] }[];
  /** 1 for flows into the economy of the tables. */
  readonly ours: Uint8Array;
  /** Customs value of each commodity. */
  readonly customsValue: Float64Array;
  /** Customs value of all flows into the economy of the tables. */
  readonly total: number;
  /** The share of it that belongs to no commodity. */
  readonly withoutCommodity: number;
  /** The share of it that stands under codes coarser than the concordance and was divided. */
  readonly divided: number;
}

const known = /* @__PURE__ */ new WeakMap<Baseline, WeakMap<PriceTables, CommodityFlows>>();

/** The commodities of all flows into the economy of the tables, looked up once. */
export function commodityFlowsOf(baseline: Baseline, tables: PriceTables): CommodityFlows {
  const byTables = known.get(baseline) ?? new WeakMap<PriceTables, CommodityFlows>();
  known.set(baseline, byTables);
  const found = byTables.get(tables);
  if (found) return found;
  const flows = lookUp(baseline, tables);
  byTables.set(tables, flows);
  return flows;
}

/** Where the economy of the tables stands among the importers of a baseline, which must have it. */
export function requireOwnImports({ importers }: Baseline, tables: PriceTables): number {
  const importer = importers.indexOf(tables.economy);
  if (importer >= 0) return importer;
  throw new TariffError({
    code: "mismatched-model",
    path: "baseline.importers",
    received: importers.slice(0, 5).join(", "),
    advice: `The tables are of ${tables.economy}: use a baseline with its imports.`,
  });
}

/** The error for a product that the concordance does not know. */
export const noCommodity = (tables: PriceTables, code: string, product: number): TariffError =>
  new TariffError({
    code: "no-concordance",
    path: `baseline.products[${product}]`,
    received: code,
    advice: `The concordance of ${tables.id} says no commodity for ${code}: add a rule or a split, with null where it belongs to none.`,
  });

interface Entry {
  readonly at: readonly number[];
  readonly shares: readonly number[];
  readonly none: number;
  readonly split: boolean;
  /** The group of all entries with these commodities and shares. */
  readonly group: number;
}

function lookUp(baseline: Baseline, tables: PriceTables): CommodityFlows {
  const { exporters, products } = baseline;
  const columns = flowColumns(baseline);
  const importer = requireOwnImports(baseline, tables);
  const commodityAt = new Map(tables.commodities.map(({ code }, at) => [code, at]));
  const entries = new Map<number, Entry>();
  const ofProduct: (Entry | undefined)[] = new Array(products.length);
  const groups: Pick<Entry, "at" | "shares">[] = [{ at: [], shares: [] }];
  const numbered = new Map<string, number>();
  const groupFor = (at: readonly number[], shares: readonly number[]): number => {
    const key = `${at.join()} ${shares.join()}`;
    const group = numbered.get(key) ?? groups.push({ at, shares }) - 1;
    numbered.set(key, group);
    return group;
  };
  const entryOf = (product: number, exporter: number): Entry => {
    const shared = ofProduct[product];
    if (shared) return shared;
    const code = products[product]!;
    const own = hasOwnSplit(tables.concordance, code, exporters[exporter]!);
    const key = product * (exporters.length + 1) + (own ? exporter + 1 : 0);
    const seen = entries.get(key);
    if (seen) return seen;
    const allotted = allot(tables.concordance, code, own ? exporters[exporter]! : null);
    if (allotted === undefined) throw noCommodity(tables, code, product);
    const at = allotted.shares.map(([commodity]) => commodityAt.get(commodity)!);
    const shares = allotted.shares.map(([, share]) => share);
    const none = 1 - shares.reduce((sum, share) => sum + share, 0);
    const entry = { at, shares, none, split: allotted.split, group: groupFor(at, shares) };
    entries.set(key, entry);
    if (!hasOwnSplits(tables.concordance, code)) ofProduct[product] = entry;
    return entry;
  };
  const customsValue = columnNumbers(columns.customsValue);
  const start = new Int32Array(customsValue.length + 1);
  const ours = new Uint8Array(customsValue.length);
  const groupOf = new Int32Array(customsValue.length);
  const commodity: number[] = [];
  const share: number[] = [];
  const value = new Float64Array(tables.commodities.length);
  let [total, none, divided] = [0, 0, 0];
  for (let flow = 0; flow < customsValue.length; flow++) {
    start[flow] = commodity.length;
    if (columns.importer[flow] !== importer) continue;
    ours[flow] = 1;
    const amount = customsValue[flow]!;
    const entry = entryOf(columns.product[flow]!, columns.exporter[flow]!);
    groupOf[flow] = entry.group;
    for (let k = 0; k < entry.at.length; k++) {
      commodity.push(entry.at[k]!);
      share.push(entry.shares[k]!);
      value[entry.at[k]!]! += amount * entry.shares[k]!;
    }
    total += amount;
    none += amount * entry.none;
    if (entry.split) divided += amount;
  }
  start[customsValue.length] = commodity.length;
  return {
    start,
    commodity: Int32Array.from(commodity),
    share: Float64Array.from(share),
    groupOf,
    groups,
    ours,
    customsValue: value,
    total,
    withoutCommodity: total === 0 ? 0 : Math.max(0, none / total),
    divided: total === 0 ? 0 : divided / total,
  };
}

/** Additional duties by commodity over customs value by commodity; what has no commodity is the second number. */
export function tariffsOf(
  flows: CommodityFlows,
  additional: Iterable<readonly [flow: number, amount: number]>,
): { readonly tariffs: Float64Array; readonly lost: number; readonly duties: number } {
  const duties = new Float64Array(flows.customsValue.length);
  let [all, allotted] = [0, 0];
  for (const [flow, amount] of additional) {
    if (flows.ours[flow] === 0) continue;
    all += amount;
    for (let k = flows.start[flow]!; k < flows.start[flow + 1]!; k++) {
      const part = amount * flows.share[k]!;
      duties[flows.commodity[k]!]! += part;
      allotted += part;
    }
  }
  return { tariffs: overValue(flows, duties), lost: all - allotted, duties: all };
}

/** The same from sums of additional duties by group of flows, for a scenario whose lines are added up as columns. */
export function tariffsOfGroups(
  flows: CommodityFlows,
  byGroup: AdditionalByGroup,
): ReturnType<typeof tariffsOf> {
  const duties = new Float64Array(flows.customsValue.length);
  let [all, allotted] = [0, 0];
  for (const [group, { units, places }] of byGroup(flows.groupOf, flows.groups.length)) {
    // The first group is trade of others.
    if (group === 0) continue;
    const amount = scaledDecimal(units, places).toNumber();
    const { at, shares } = flows.groups[group]!;
    all += amount;
    for (let k = 0; k < at.length; k++) {
      const part = amount * shares[k]!;
      duties[at[k]!]! += part;
      allotted += part;
    }
  }
  return { tariffs: overValue(flows, duties), lost: all - allotted, duties: all };
}

const overValue = ({ customsValue }: CommodityFlows, duties: Float64Array): Float64Array =>
  duties.map((each, c) => (customsValue[c] === 0 ? 0 : each / customsValue[c]!));

/** Tariffs of flows that do not overlap, together. */
export const addTariffs = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((tariff, c) => tariff + other[c]!);
