import type { PartnerCode } from "../../economies/partner.js";
import { partnerName } from "../../economies/partnerName.js";
import { moneyFromNumber, percentChangeFromNumber, rateFromNumber } from "../../exact/fromNumber.js";
import type { Baseline } from "../../trade/baseline.js";
import type { OutcomeRow } from "../outcome.js";
import { scopeOf, wholeEconomy } from "../scope.js";
import type { World } from "./calibration/World.js";
import type { WorldEquilibrium } from "./solver/WorldOutcome.js";

/** What a row is about. */
type Subject = Pick<OutcomeRow, "dimension" | "key" | "name" | "scope">;

/** The baseline of this model has no duties: what it counts is not what a model on data with duties counts. */
const newDutiesOnly = (subject: Subject): Subject => ({
  ...subject,
  scope: `${subject.scope}, duties of the scenario alone`,
});

/** The rows of an outcome from an equilibrium of the world. */
export function worldRows(
  baseline: Baseline,
  world: World,
  equilibrium: WorldEquilibrium,
): readonly OutcomeRow[] {
  const money = (value: number) => moneyFromNumber(value, baseline.currency, baseline.priceYear);
  const none = money(0);
  const before = abroad(world.trade);
  const after = abroad(equilibrium.trade);
  const value = (subject: Subject, from: number, to: number): OutcomeRow => ({
    ...subject,
    indicator: "customsValue",
    before: money(from),
    after: money(to),
  });
  const duties = (subject: Subject, imports: number, revenue: number): OutcomeRow[] => [
    { ...newDutiesOnly(subject), indicator: "duties", before: none, after: money(revenue) },
    { ...subject, indicator: "additionalDuties", before: none, after: money(revenue) },
    {
      ...newDutiesOnly(subject),
      indicator: "effectiveRate",
      before: "0%",
      after: rateFromNumber(imports === 0 ? 0 : revenue / imports),
    },
  ];
  const change = (subject: Subject, indicator: string, percent: number): OutcomeRow => ({
    ...subject,
    scope: wholeEconomy,
    indicator,
    before: "0 percent",
    after: percentChangeFromNumber(percent / 100),
  });
  const everything: Subject = {
    dimension: "all",
    key: "all",
    name: "World",
    scope: scopeOf(baseline, "all"),
  };
  const revenue = equilibrium.economies.reduce((sum, economy) => sum + economy.levels.tariffRevenue, 0);
  const total = (sums: { imports: number[] }) => sums.imports.reduce((sum, imports) => sum + imports, 0);
  return [
    value(everything, total(before), total(after)),
    ...duties(everything, total(after), revenue),
    ...equilibrium.economies.flatMap((economy, at) => {
      const key = economy.economy as PartnerCode;
      const importer: Subject = {
        dimension: "importer",
        key,
        name: partnerName(key),
        scope: scopeOf(baseline, "importer"),
      };
      const spending = world.expenditure[at] ?? 0;
      return [
        value(importer, before.imports[at] ?? 0, after.imports[at] ?? 0),
        ...duties(importer, after.imports[at] ?? 0, economy.levels.tariffRevenue),
        change(importer, "welfare", economy.welfarePercent),
        change(importer, "realWage", economy.realWagePercent),
        change(importer, "priceIndex", economy.priceIndexPercent),
        change(importer, "employment", economy.employmentPercent),
        {
          ...importer,
          scope: wholeEconomy,
          indicator: "welfareChange",
          before: none,
          after: money((spending * economy.welfarePercent) / 100),
        },
        value(
          { ...importer, dimension: "exporter", scope: scopeOf(baseline, "exporter") },
          before.exports[at] ?? 0,
          after.exports[at] ?? 0,
        ),
      ];
    }),
  ];
}

/** Imports and exports across borders of each economy. */
function abroad(trade: World["trade"]): { imports: number[]; exports: number[] } {
  const imports = trade.map(() => 0);
  const exports = trade.map(() => 0);
  trade.forEach((row, from) => {
    row.forEach((value, to) => {
      if (from === to) return;
      imports[to] = (imports[to] ?? 0) + value;
      exports[from] = (exports[from] ?? 0) + value;
    });
  });
  return { imports, exports };
}
