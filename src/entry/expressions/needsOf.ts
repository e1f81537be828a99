import type { DutyComponent, DutySum, SpecificDuty } from "./dutyExpression.js";

/** The quantity that a component is charged on, in base units, as facts name it. */
export function quantityName({ inBaseUnits, measuredOn }: SpecificDuty): string {
  return measuredOn === undefined ? inBaseUnits.unit : `${inBaseUnits.unit} of ${measuredOn}`;
}

/** The name under which a question brings a quantity, in its base unit: "kg", "kg of drained weight", "gross". */
export function quantityNeeded(component: SpecificDuty): string {
  const { inBaseUnits, forEach, per } = component;
  if (forEach === "lines") return per;
  if (forEach === "% sucrose by weight") return `${inBaseUnits.unit} net`;
  return quantityName(component);
}

function needs(component: DutyComponent): readonly string[] {
  if ("byReference" in component) return [component.byReference];
  if (!("amount" in component)) return [component.of === undefined ? "value" : `value of ${component.of}`];
  if (component.over !== undefined) return ["jewel per piece", "piece"];
  return [
    quantityNeeded(component),
    ...(component.forEach === undefined ? [] : [component.forEach]),
    ...(component.less === undefined ? [] : ["degrees of polarisation"]),
  ];
}

/** What a question must bring for sums, each name once, in order. */
export function needsOf(sums: readonly (DutySum | undefined)[]): readonly string[] {
  const all = sums.flatMap((sum) => sum?.components.flatMap(needs) ?? []);
  return all.length < 2 ? all : [...new Set(all)].sort();
}
