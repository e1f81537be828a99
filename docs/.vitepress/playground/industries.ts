import type { Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { drawBars } from "./bars";
import type { Figure } from "./figure";

/** Who hires and who fires under a scenario. Loaded when its tab is opened: the figures weigh something. */
export interface Industries {
  readonly sentence: string;
  readonly figures: readonly Figure[];
}

const names = new Intl.DisplayNames("en", { type: "region" });
const regions: Readonly<Record<string, string>> = {
  USA: "US",
  CHN: "CN",
  MEX: "MX",
  CAN: "CA",
  GBR: "GB",
  JPN: "JP",
  KOR: "KR",
  TWN: "TW",
  IND: "IN",
  BRA: "BR",
  RUS: "RU",
  AUS: "AU",
  IDN: "ID",
  TUR: "TR",
};
/** The economies of the figures, with their names. */
export const economies: readonly { readonly code: string; readonly name: string }[] =
  worldSectors2011.economies.map((code) => ({
    code,
    name:
      code === "EU26"
        ? "European Union without the UK"
        : code === "ROW"
          ? "Rest of the world"
          : (names.of(regions[code] ?? "") ?? code),
  }));
const sectorName = new Map(
  worldSectors2011.sectors.map((sector, at) => [sector, worldSectors2011.sectorNames[at]]),
);
const caption =
  "16 economies, 15 industries of goods and 9 of services that buy from one another, world of 2011 (WIOD); rates weighted by US imports of 2024; all people find other work, deficits stay.";
const signed = (value: number, places: number) => {
  const written = value.toFixed(places).replace(/^-(0(\.0*)?)$/, "$1");
  return `${Number(written) > 0 ? "+" : ""}${written}%`;
};

let last: readonly [scenario: Scenario<never>, ReturnType<typeof solve>] | undefined;
const solve = (scenario: Scenario<never>) =>
  sectoralEquilibrium({
    baseline: usImports2024,
    scenario,
    assumptions: {
      figures: worldSectors2011,
      baselineTariffs: "none",
      deficits: "ofTheData",
      weights: "baseline",
    },
  }).equilibrium.economies;

/** Employment by industry in one economy, and the welfare of all. */
export function industriesOf(scenario: Scenario<never>, economy: string): Industries {
  if (last?.[0] !== scenario) last = [scenario, solve(scenario)];
  const all = last[1];
  const chosen = all.find((each) => each.economy === economy) ?? all[0]!;
  const name = economies.find(({ code }) => code === chosen.economy)?.name ?? chosen.economy;
  const moved = chosen.sectors
    .map(({ sector, employmentPercent }) => ({
      name: sectorName.get(sector) ?? sector,
      value: employmentPercent ?? 0,
      label: signed(employmentPercent ?? 0, 1),
    }))
    .sort((a, b) => a.value - b.value);
  const welfare = all
    .map((each) => ({
      name: economies.find(({ code }) => code === each.economy)?.name ?? each.economy,
      value: each.welfarePercent,
      label: signed(each.welfarePercent, 2),
    }))
    .sort((a, b) => a.value - b.value);
  const figure = (
    title: string,
    file: string,
    columns: readonly [string, string],
    bars: typeof moved,
  ): Figure => ({
    title,
    caption,
    file,
    columns,
    summary: `${title}: from ${bars[0]?.name} ${bars[0]?.label} to ${bars.at(-1)?.name} ${bars.at(-1)?.label}.`,
    rows: bars.some(({ value }) => Math.abs(value) > 1e-6) ? bars.map((bar) => [bar.name, bar.value]) : [],
    draw: (width) => drawBars(bars, width),
  });
  const [worst, best] = [moved[0], moved.at(-1)];
  return {
    sentence: `${name}: ${worst?.name} ${worst?.label}, ${best?.name} ${best?.label}; welfare ${signed(chosen.welfarePercent, 2)}.`,
    figures: [
      figure(
        `Employment by industry, ${name}`,
        `industries-${chosen.economy}`,
        ["industry", "employment, change in %"],
        moved,
      ),
      figure("Welfare of each economy", "industries-welfare", ["economy", "welfare, change in %"], welfare),
    ],
  };
}
