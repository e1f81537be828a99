import type { IsoDate } from "../internal/isoDate.js";
import { type Scenario, sealScenario } from "../scenario/scenario.js";
import type { DatedMeasure } from "./datedMeasure.js";
import { measures } from "./figures/measures.js";
import { isInForce, measureSteps, ratesOn } from "./measureSteps.js";
import { claimSteps, precedenceSteps } from "./precedenceSteps.js";
import type { LawAsked } from "./readLaw.js";

/** What makes a law of a day. */
interface LawOfDay {
  readonly asked: LawAsked;
  readonly day: IsoDate;
  /** The last day on which it stands the same; of others its steps know nothing. */
  readonly to: IsoDate;
  /** The day of loading, where clauses on goods under way are to be applied. */
  readonly loadedOn: IsoDate | undefined;
  /** Whether lists of goods that are free of a measure are applied, or their goods charged like all others. */
  readonly exemptionLists: "applied" | "left-aside";
}

/** A measure as it falls on goods that were loaded on a day; undefined where they are free of it. */
function onGoodsUnderWay(
  measure: DatedMeasure,
  day: IsoDate,
  loadedOn: IsoDate | undefined,
): DatedMeasure | undefined {
  const { underWay, operator, effective } = measure;
  if (loadedOn === undefined || underWay === undefined || day >= underWay.enteredBefore) return measure;
  const rate = underWay.rates.find(({ loadedBefore }) => loadedOn < loadedBefore);
  if (rate === undefined) return measure;
  if (rate.percent === 0) return undefined;
  if (operator === "raiseTotalTo")
    return { ...measure, operator: "replace", rates: [{ from: effective, percent: rate.percent }] };
  // The clause spares goods: where the rate has fallen below it since, they have the rate of the day like all others.
  const rates = ratesOn(measure, day).map((own) =>
    typeof own.percent === "number" && own.percent < rate.percent ? own : { ...own, percent: rate.percent },
  );
  return { ...measure, operator: operator === "add" ? "add" : "replace", rates };
}

/** The measures of a law on a day as a scenario. */
export function lawScenario({ asked, day, to, loadedOn, exemptionLists }: LawOfDay): Scenario<never> {
  const { importers, confidence, facts } = asked;
  const inForce = measures
    .filter(
      (measure) =>
        isInForce(measure, day) &&
        importers.includes(measure.importer) &&
        (confidence === "any" || measure.confidence === "two sources"),
    )
    .flatMap((measure) => onGoodsUnderWay(measure, day, loadedOn) ?? [])
    .map((measure) => (exemptionLists === "applied" ? measure : { ...measure, free: [] }));
  const made = inForce.map((measure) => ({ measure, steps: measureSteps(measure, day, facts) }));
  const charged = made.filter(({ steps }) => steps.length > 0).map(({ measure }) => measure);
  const steps = [
    ...made.flatMap((one) => one.steps),
    ...precedenceSteps(charged, day, facts),
    ...claimSteps(charged, day, facts),
  ];
  const evaluate = { on: day, statuses: ["in-force"] } as const;
  const id = `law-${day}`;
  const title = `The tariff measures in force on ${day}`;
  const covers = { from: day, to };
  return sealScenario({ id, title, covers, parameters: {}, bound: {}, openParameters: [], steps, evaluate });
}
