import type { PartnerCode } from "../../economies/partner.js";
import type { Decimal } from "../../exact/decimal.js";
import { TariffError } from "../../internal/TariffError.js";
import { coversEconomy } from "../../policy/rates/coversEconomy.js";
import type { Scenario } from "../../scenario/scenario.js";
import { assumeFreeTrade } from "../../trade/assumeFreeTrade.js";
import { amountsOf, type Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { dutiesByForm } from "../dutiesByForm.js";

/** The additional tariff between two economies, as a fraction of customs value. */
export interface PairTariff {
  readonly importer: PartnerCode;
  readonly exporter: PartnerCode;
  readonly tariff: number;
  /** Whether the weights told its products apart. */
  readonly weighted: boolean;
}

/** The flows that a question is about: of the weights for the pairs that they tell apart, of the world for all others. */
export interface PairFlows {
  readonly weighted: readonly number[];
  readonly whole: readonly number[];
}

/** The flows of the pairs to keep. */
export function pairFlows(
  baseline: Baseline,
  weights: Baseline | "none",
  keep: (importer: PartnerCode, exporter: PartnerCode) => boolean,
): PairFlows {
  const { importers, exporters } = baseline;
  // Pairs by number: a text for each of some thousand flows takes longer than a solve.
  const apart = new Uint8Array(importers.length * exporters.length);
  const weighted: number[] = [];
  if (weights !== "none") {
    const rows = weights.importers.map((importer) => importers.indexOf(importer) * exporters.length);
    const cells = weights.exporters.map((exporter) => exporters.indexOf(exporter));
    eachFlow(weights, (flow, importer, exporter) => {
      const [row, cell] = [rows[importer] as number, cells[exporter] as number];
      if (row < 0 || cell < 0) return;
      apart[row + cell] = 1;
      if (keep(importers[row / exporters.length] as PartnerCode, exporters[cell] as PartnerCode))
        weighted.push(flow);
    });
  }
  const whole: number[] = [];
  eachFlow(baseline, (flow, importer, exporter) => {
    if (apart[importer * exporters.length + exporter] === 1) return;
    if (keep(importers[importer] as PartnerCode, exporters[exporter] as PartnerCode)) whole.push(flow);
  });
  return { weighted, whole };
}

/** What a scenario adds to the tariffs of the pairs to which the flows belong; pairs without a change are omitted. */
export function pairTariffs(
  baseline: Baseline,
  scenario: Scenario<string>,
  weights: Baseline | "none",
  flows: PairFlows,
): readonly PairTariff[] {
  return [
    ...(weights === "none" ? [] : addByPair(weights, scenario, flows.weighted, true)),
    ...wholeTrade(baseline, scenario, flows.whole),
  ];
}

/** The pairs that no weights tell apart: the trade of the world itself, all its goods together. */
function wholeTrade(
  baseline: Baseline,
  scenario: Scenario<string>,
  flows: readonly number[],
): readonly PairTariff[] {
  try {
    return addByPair(withoutDuties(baseline), scenario, flows, false);
  } catch (error) {
    if (!(error instanceof TariffError) || error.code !== "finer-than-baseline") throw error;
    const pairs = untold(baseline, scenario, flows, error.path);
    throw new TariffError({
      code: error.code,
      path: error.path,
      received: baseline.id,
      advice: `Pass weights that have ${pairs}, by product: ${baseline.id} has all goods of a pair together, and weights for the other direction do not help.`,
    });
  }
}

/** The trade that a step covers and no weights tell apart, in words. */
function untold(
  { importers, exporters, columns }: Baseline,
  scenario: Scenario<string>,
  flows: readonly number[],
  path: string,
): string {
  const step = scenario.steps.find(({ id }) => path.startsWith(`steps.${id}.`));
  const found = flows
    .map((flow) => [importers[columns.importer[flow] ?? 0], exporters[columns.exporter[flow] ?? 0]] as const)
    .filter(
      ([importer, exporter]) =>
        step === undefined ||
        (coversEconomy(step.importers, importer as PartnerCode, scenario.evaluate.on ?? "any-date") &&
          coversEconomy(step.exporters, exporter as PartnerCode, scenario.evaluate.on ?? "any-date")),
    )
    .map(([importer, exporter]) => `imports of ${importer} from ${exporter}`);
  const shown = found.slice(0, 3).join(", ");
  return found.length > 3 ? `${shown} and ${found.length - 3} more` : shown;
}

/** The same data at free trade, made once: reading its amounts anew takes longer than a solve. */
const freeTrade = /* @__PURE__ */ new WeakMap<Baseline, Baseline>();

function withoutDuties(baseline: Baseline): Baseline {
  const known = freeTrade.get(baseline) ?? assumeFreeTrade(baseline);
  freeTrade.set(baseline, known);
  return known;
}

/** Additional duties over customs value of the flows, by pair of partners. */
function addByPair(
  data: Baseline,
  scenario: Scenario<string>,
  flows: readonly number[],
  weighted: boolean,
): readonly PairTariff[] {
  const { importers, exporters, columns } = data;
  const { customsValue } = amountsOf(data);
  const before = requireDuties(data, "weights");
  const { changed } = dutiesByForm(data, scenario, flows);
  const pairOf = (flow: number): number =>
    (columns.importer[flow] ?? 0) * exporters.length + (columns.exporter[flow] ?? 0);
  // Most pairs are left as they are: their trade need not be added up.
  const sums = new Map([...changed.keys()].map((flow) => [pairOf(flow), { value: 0, duty: 0 }]));
  for (const flow of flows) {
    const sum = sums.get(pairOf(flow));
    if (sum === undefined) continue;
    const after = changed.get(flow);
    sum.value += Number(customsValue[flow]);
    if (after !== undefined) sum.duty += Number(after.minus(before[flow] as Decimal));
  }
  return [...sums].flatMap(([pair, { value, duty }]) => {
    const importer = importers[Math.floor(pair / exporters.length)] as PartnerCode;
    const exporter = exporters[pair % exporters.length] as PartnerCode;
    return duty === 0 || value === 0 ? [] : [{ importer, exporter, tariff: duty / value, weighted }];
  });
}

function eachFlow(
  { columns }: Baseline,
  visit: (flow: number, importer: number, exporter: number) => void,
): void {
  columns.exporter.forEach((exporter, flow) => {
    visit(flow, columns.importer[flow] ?? 0, exporter);
  });
}
